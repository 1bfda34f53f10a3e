using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Tests.Pushes;

/// <summary>Runs code before the first write that matches, or reports a conflict after it was stored.</summary>
sealed class WriteInterception(Func<string, bool> matches) : HttpPipelinePolicy, IConfigureOptions<TableClientOptions>
{
    const int PreconditionFailed = 412;

    int met;

    /// <summary>Takes the text of the write.</summary>
    public Func<string, Task>? BeforeAsync { get; set; }

    public bool LosesAnswer { get; init; }

    public bool WasMet => met > 0;

    public void Configure(TableClientOptions options) => options.AddPolicy(this, HttpPipelinePosition.PerCall);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The app is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var text = await TextOfAsync(message.Request);
        var isFirst = text is not null && matches(text) && Interlocked.Increment(ref met) == 1;
        if (isFirst && BeforeAsync is not null) await BeforeAsync(text!);
        await ProcessNextAsync(message, pipeline);
        if (isFirst && LosesAnswer)
            throw new RequestFailedException(PreconditionFailed, "An earlier try of this request was stored.");
    }

    // Null for a read.
    static async Task<string?> TextOfAsync(Request request)
    {
        if (request.Content is not { } content) return null;
        using var body = new MemoryStream();
        await content.WriteToAsync(body, CancellationToken.None);
        var text = Encoding.UTF8.GetString(body.ToArray());
        // A document is a text in the JSON of its row.
        return $"{request.Uri}\n{text.Replace("\\u0022", "\"", StringComparison.Ordinal)}";
    }
}
