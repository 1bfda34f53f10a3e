using Community.Content;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Content.Library;

/// <summary>Checks a new item as a whole and stores it as a draft.</summary>
public sealed class ContentCreator(ContentStore contents, TimeProvider clock)
{
    /// <summary>
    /// The new item, the item that has the id, or 400 with the faults by field. Links start with
    /// <paramref name="linkBase"/>.
    /// </summary>
    public async Task<CreationResult<ContentItem>> CreateAsync(
        CreationRequest<CreateContentRequest> request, string linkBase)
    {
        // A repeat is answered even after the item has expired.
        if (await contents.FindAsync(request.Id) is { } stored) return CreationResult.From((IsNew: false, stored));
        var item = request.Body.ToItem(request.Id, linkBase, clock.GetUtcNow());
        return ContentRules.CreationFaults(item) is { Count: > 0 } faults
            ? CreationResult.Refuse<ContentItem>(Problems.Invalid(faults))
            : CreationResult.From(await contents.CreateAsync(item, request.Fingerprint));
    }
}
