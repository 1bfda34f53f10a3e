using System.Globalization;
using Community.Content;
using Community.Messaging.Deliveries;
using Community.Selling.Links;
using Community.Selling.Offers;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Content.Sending;

/// <summary>
/// The tracked links of items. Clicks and orders are counted under the occurrence and by group
/// (<see cref="OfferReference"/>), so that each push has its own figures.
/// </summary>
public sealed class ContentLinkService(LinkStore links, TimeProvider clock)
{
    /// <summary>What the clicks and orders of an occurrence are counted under.</summary>
    public static OfferReference OfferOf(string occurrenceId) => new(OfferKind.Content, occurrenceId);

    /// <summary>
    /// The link that <c>{link}</c> stands for: one for each item, variant, group and occurrence, to the first
    /// attachment of the type <c>Link</c>. A repeat returns the same code. Null for an item without such an attachment.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="variant">The number of the text, from 1.</param>
    /// <param name="groupId">The group that gets the message.</param>
    /// <param name="occurrenceId">What names this message of the item, such as the id of a push.</param>
    public async Task<TrackedLink?> GetOrCreateAsync(
        ContentItem item, int variant, string groupId, string occurrenceId) =>
        item.Body.FirstLink is { } page ? await PutAsync(item, variant, groupId, occurrenceId, page, number: 1) : null;

    /// <summary>
    /// The attachments with a tracked link in place of each page; that of the first page is
    /// <see cref="GetOrCreateAsync"/>'s.
    /// </summary>
    public async Task<IReadOnlyList<Attachment>> TrackAsync(
        ContentItem item, int variant, string groupId, string occurrenceId)
    {
        List<Attachment> tracked = [];
        var number = 0;
        foreach (var attachment in item.Body.Attachments)
        {
            if (attachment.Type is not AttachmentType.Link)
            {
                tracked.Add(attachment);
                continue;
            }

            var link = await PutAsync(item, variant, groupId, occurrenceId, attachment, ++number);
            tracked.Add(attachment with { Url = item.LinkBase + link.Code });
        }

        return tracked;
    }

    Task<TrackedLink> PutAsync(
        ContentItem item, int variant, string groupId, string occurrenceId, Attachment page, int number)
    {
        var step = string.Create(CultureInfo.InvariantCulture, $"{item.Id}-variant-{variant}-link-{number}");
        return links.PutAsync(
            new NewLink(OfferOf(occurrenceId), step, groupId, MemberId: null, page.Url, clock.GetUtcNow()));
    }
}
