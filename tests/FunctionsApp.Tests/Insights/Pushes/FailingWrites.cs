using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Tests.Insights.Pushes;

/// <summary>Fails every write to a table after a number of them, as if the process of the writer ended.</summary>
sealed class FailingWrites(string table) : HttpPipelinePolicy, IConfigureOptions<TableClientOptions>
{
    const int Unavailable = 503;

    int made;

    /// <summary>The writes since this was set last.</summary>
    public int Made => made;

    /// <summary>The writes that succeed from now on.</summary>
    public int Limit
    {
        get;
        set => (field, made) = (value, 0);
    } = int.MaxValue;

    public void Configure(TableClientOptions options) => options.AddPolicy(this, HttpPipelinePosition.PerCall);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        FailAfterLimit(message);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        FailAfterLimit(message);
        return ProcessNextAsync(message, pipeline);
    }

    void FailAfterLimit(HttpMessage message)
    {
        var request = message.Request;
        if (request.Method == RequestMethod.Get || !IsOfTable(request)) return;
        if (Interlocked.Increment(ref made) > Limit)
            throw new RequestFailedException(Unavailable, "The process ended.");
    }

    // A transaction names the table in its parts.
    bool IsOfTable(Request request)
    {
        if (request.Uri.Path.Contains(table, StringComparison.Ordinal)) return true;
        if (!request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) || request.Content is null) return false;
        using var copy = new MemoryStream();
        request.Content.WriteTo(copy, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(copy.ToArray()).Contains($"/{table}", StringComparison.Ordinal);
    }
}
