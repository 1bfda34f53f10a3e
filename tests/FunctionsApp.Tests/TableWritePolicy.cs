using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Tests;

/// <summary>
/// A write of the app to its tables. <paramref name="Text"/> is the address and the body, in which documents are plain
/// JSON; a transaction names its tables there.
/// </summary>
sealed record TableWrite(RequestMethod Method, string Path, string Text)
{
    public static async Task<TableWrite> ReadAsync(Request request)
    {
        using var body = new MemoryStream();
        if (request.Content is { } content) await content.WriteToAsync(body, CancellationToken.None);
        // A document is a text in the JSON of its row.
        var text = Encoding.UTF8.GetString(body.ToArray()).Replace("\\u0022", "\"", StringComparison.Ordinal);
        return new TableWrite(request.Method, request.Uri.Path, $"{request.Uri}\n{text}");
    }
}

/// <summary>Disturbs the writes of the app to its tables.</summary>
abstract class TableWritePolicy : HttpPipelinePolicy, IConfigureOptions<TableClientOptions>
{
    public void Configure(TableClientOptions options) => options.AddPolicy(this, HttpPipelinePosition.PerCall);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The app is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Method == RequestMethod.Get) await ProcessNextAsync(message, pipeline);
        else await WriteAsync(await TableWrite.ReadAsync(message.Request), () => ProcessNextAsync(message, pipeline));
    }

    /// <summary>Carries the write out by <paramref name="next"/>, or fails.</summary>
    protected abstract ValueTask WriteAsync(TableWrite write, Func<ValueTask> next);
}
