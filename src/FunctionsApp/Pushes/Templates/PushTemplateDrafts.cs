using Community.Content;
using Community.Pushes.Templates;
using FunctionsApp.Content.Library;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Pushes.Templates;

/// <summary>Puts the sample texts of templates into the library.</summary>
public sealed class PushTemplateDrafts(ContentStore contents, TimeProvider clock)
{
    // A transaction holds at most 100 rows.
    const int ItemsPerTransaction = 50;

    /// <summary>
    /// Stores the samples that the library does not have yet as drafts of the author, whose links start with
    /// <paramref name="linkBase"/>. Items that exist are left alone, whatever was made of them.
    /// </summary>
    public async Task AddAsync(PushTemplate template, string author, string linkBase)
    {
        foreach (var chunk in template.ToDrafts(author, linkBase, clock.GetUtcNow()).Chunk(ItemsPerTransaction))
            await AddAsync(chunk);
    }

    // An id can be taken between the reads and the transaction, which then stores none of its items.
    async Task AddAsync(ContentItem[] drafts)
    {
        while (drafts.Length > 0 && !await contents.TryAddAsync(drafts.Select(Named)))
        {
            var stored = await Task.WhenAll(drafts.Select(draft => contents.FindAsync(draft.Id)));
            drafts = [.. drafts.Where((_, index) => stored[index] is null)];
        }
    }

    static (ContentItem Item, string Fingerprint) Named(ContentItem draft) =>
        (draft, Creation.Fingerprint(draft.Body));
}
