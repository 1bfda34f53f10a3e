using Azure;
using LocalRuntime.DurableTask.Storage;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Engine;

/// <summary>The answer to a query of instances, read page by page. A continuation token is the last instance id of the page before.</summary>
sealed class InstancePages(DurableStore store, OrchestrationQuery query) : AsyncPageable<OrchestrationMetadata>
{
    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var size = pageSizeHint ?? query.PageSize;
        var after = continuationToken ?? query.ContinuationToken;
        do
        {
            var from = after;
            var found = await Task.FromResult(store.Read(connection => MetadataQueries.List(connection, query, from, size + 1)));
            var page = found.Take(size).ToList();
            after = found.Count > size ? page[^1].InstanceId : null;
            yield return new InstancePage(page, after);
        }
        while (after is not null);
    }

    sealed class InstancePage(IReadOnlyList<OrchestrationMetadata> values, string? continuationToken) : Page<OrchestrationMetadata>
    {
        public override IReadOnlyList<OrchestrationMetadata> Values => values;

        public override string? ContinuationToken => continuationToken;

        public override Response GetRawResponse() => throw new NotSupportedException("The embedded store answers without HTTP.");
    }
}
