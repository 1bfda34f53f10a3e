using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Tests.Application.PoisonedMessages;

/// <summary>Fails every insertion into one table while it is on.</summary>
sealed class TableOutage(string table) : HttpPipelinePolicy, IConfigureOptions<TableClientOptions>
{
    const int Unavailable = 503;

    int failures;

    public bool IsOn { get; set; }

    /// <summary>The insertions that failed.</summary>
    public int Failures => failures;

    public void Configure(TableClientOptions options) => options.AddPolicy(this, HttpPipelinePosition.PerCall);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        FailIfOn(message);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        FailIfOn(message);
        return ProcessNextAsync(message, pipeline);
    }

    void FailIfOn(HttpMessage message)
    {
        if (!IsOn || message.Request.Method != RequestMethod.Post) return;
        if (!message.Request.Uri.Path.Contains(table, StringComparison.Ordinal)) return;
        Interlocked.Increment(ref failures);
        throw new RequestFailedException(Unavailable, "The table does not answer.");
    }
}
