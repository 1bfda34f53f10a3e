using Community.Content;
using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Platform;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Content.Sending;

/// <summary>
/// One send of an item to a group. <paramref name="Id"/> names it, <paramref name="Variant"/> is the number of the text
/// from 1, and <paramref name="At"/> is the instant whose day <c>{date}</c> states.
/// </summary>
public sealed record ContentOccurrence(string Id, Group Group, int Variant, DateTimeOffset At)
{
    /// <summary>The product of the conversion to which the send belongs; null for that of the item.</summary>
    public ContentProduct? Product { get; init; }
}

/// <summary>The message as members read it, or why there is none. Exactly one of the two is set.</summary>
public sealed record ContentComposition(ContentMessage? Message, IReadOnlyList<Refusal> Refusals);

/// <summary>A filled text and its attachments with tracked links.</summary>
public sealed record ContentMessage(string Text, IReadOnlyList<Attachment> Attachments);

/// <summary>Makes messages of items. It does not ask whether the item is approved.</summary>
public sealed class ContentMessageService(ContentLinkService links, BrandTime time)
{
    /// <summary>
    /// The message with its placeholders filled and its links tracked. It is refused when a placeholder has no value,
    /// or when it breaks a rule of the platform that the item's acknowledgement does not cover. A repeat makes the same
    /// message.
    /// </summary>
    public async Task<ContentComposition> ComposeAsync(ContentItem item, ContentOccurrence occurrence)
    {
        var template = item.Body.Variants[occurrence.Variant - 1];
        var product = occurrence.Product ?? item.Body.Product;
        if (product is null && ContentTemplate.HoldsProduct(template))
            return Refuse(Refusal.Conflict(ConflictKind.Incomplete, "the text names a product, and there is none"));

        // A link is stored last, so that a refused message leaves nothing.
        var draft = ContentTemplate.Fill(template, ValuesOf(occurrence, product, item.LinkBase));
        if (ContentCompliance.CheckMessage(item, draft, item.Body.Attachments) is { Count: > 0 } findings)
            return Refuse([.. findings.Select(finding => finding.ToRefusal())]);

        var attachments = await links.TrackAsync(item, occurrence.Variant, occurrence.Group.Id, occurrence.Id);
        var link = attachments.FirstOrDefault(attachment => attachment.Type is AttachmentType.Link)?.Url;
        var text = ContentTemplate.Fill(template, ValuesOf(occurrence, product, link));
        return new ContentComposition(new ContentMessage(text, attachments), []);
    }

    static ContentComposition Refuse(params IReadOnlyList<Refusal> refusals) => new(Message: null, refusals);

    ContentValues ValuesOf(ContentOccurrence occurrence, ContentProduct? product, string? link) => new(
        occurrence.Group.Name,
        time.FormatDay(occurrence.At),
        link,
        product?.Name,
        product is null ? null : PriceFormatter.Format(product.PriceMinor, product.Currency));
}
