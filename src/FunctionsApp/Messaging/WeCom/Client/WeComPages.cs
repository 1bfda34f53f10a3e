namespace FunctionsApp.Messaging.WeCom.Client;

/// <summary>Lists that the platform shows by pages.</summary>
static class WeComPages
{
    /// <summary>
    /// The items of all pages, each of which is read when it is needed. Throws
    /// <see cref="PlatformUnavailableException"/> when the platform does not show a page.
    /// </summary>
    public static async IAsyncEnumerable<TItem> AllAsync<TPage, TItem>(
        Func<string?, Task<WeComReply<TPage>>> readAsync,
        Func<TPage, IReadOnlyList<TItem>> items,
        Func<TPage, string?> nextCursor)
    {
        string? cursor = null;
        do
        {
            if (await readAsync(cursor) is not WeComReply<TPage>.Success { Value: var page })
                throw new PlatformUnavailableException("The platform did not show a page of a list.");
            foreach (var item in items(page)) yield return item;
            cursor = nextCursor(page);
        }
        while (!string.IsNullOrEmpty(cursor));
    }
}
