using Community.Content;
using Community.Pushes.Draws;
using Community.Pushes.Sending;
using FunctionsApp.Content.Library;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Pushes.Sending;

/// <summary>
/// Reads the items that pushes may bring. Pushes of one minute bring few different items, so copies in memory are used
/// for 5 seconds.
/// </summary>
public sealed class PushLibraryReader(ContentStore contents, TimeProvider clock) : IDisposable
{
    const int MaxItems = 500;

    static readonly int Kinds = Enum.GetValues<ContentKind>().Length;

    static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    readonly ReadCache<ContentItem> items = new(MaxItems, clock, Freshness);
    readonly ReadCache<IReadOnlyList<ContentItem>> approved = new(Kinds, clock, Freshness);

    public async Task<PushLibrary> ReadAsync(IReadOnlyList<DuePush> pushes)
    {
        Dictionary<string, PushContent> library = new(StringComparer.Ordinal);
        var drawn = pushes.Where(due => due.Push.ContentId is null).Select(due => due.Draw).OfType<ContentDraw>();
        foreach (var kind in drawn.Select(draw => draw.Kind).Distinct())
        {
            var found = await approved.FindAsync(kind.ToString(), _ => ReadApprovedAsync(kind));
            foreach (var item in found ?? []) library[item.Id] = new PushContent(item);
        }

        foreach (var id in pushes.Select(due => due.Push.ContentId).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await FindAsync(id) is { } item) library[id] = new PushContent(item);
        }

        return new PushLibrary(library);
    }

    /// <summary>The item; null when there is none.</summary>
    public async Task<ContentItem?> FindAsync(string id) =>
        await items.FindAsync(id, async _ => (await contents.FindAsync(id))?.Value);

    public void Dispose()
    {
        items.Dispose();
        approved.Dispose();
    }

    async Task<IReadOnlyList<ContentItem>?> ReadApprovedAsync(ContentKind kind) =>
        (await contents.ApprovedAsync(kind, tag: null)).Items;
}
