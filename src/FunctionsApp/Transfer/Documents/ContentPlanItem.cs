using System.Text.Json.Serialization;
using Community.Acquisition.Campaigns;
using Community.Content;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Content.Library;

namespace FunctionsApp.Transfer.Documents;

/// <summary>An item of the library. <c>approvedBy</c> is null for a draft.</summary>
public sealed record ContentPlanItem(
    string? Id,
    string? Kind,
    IReadOnlyList<string>? Tags,
    IReadOnlyList<string>? Variants,
    IReadOnlyList<AttachmentRequest>? Attachments,
    string? Source,
    string? Author,
    DateTimeOffset? ValidFrom = null,
    DateTimeOffset? ValidUntil = null,
    int? ReuseDays = null,
    ContentProductRequest? Product = null,
    AcknowledgementRequest? Acknowledgement = null,
    [property: JsonPropertyOrder(1)] string? ApprovedBy = null)
    : CreateContentRequest(
        Id,
        Kind,
        Tags,
        Variants,
        Attachments,
        Source,
        Author,
        ValidFrom,
        ValidUntil,
        ReuseDays,
        Product,
        Acknowledgement)
{
    public static ContentPlanItem From(ContentItem item) => new(
        item.Id,
        item.Body.Kind.ToString(),
        item.Body.Tags,
        item.Body.Variants,
        [.. item.Body.Attachments.Select(From)],
        item.Body.Source,
        item.Author,
        item.Body.ValidFrom?.ToUniversalTime(),
        item.Body.ValidUntil?.ToUniversalTime(),
        item.Body.ReuseDays,
        item.Body.Product is { } product
            ? new ContentProductRequest(product.Name, product.PriceMinor, product.Currency)
            : null,
        From(item.Acknowledgement),
        item.ApprovedBy);

    internal static AcknowledgementRequest? From(Acknowledgement? acknowledgement) =>
        acknowledgement is null ? null : new AcknowledgementRequest(acknowledgement.Author, acknowledgement.Reason);

    static AttachmentRequest From(Community.Messaging.Deliveries.Attachment attachment) =>
        new(attachment.Type.ToString(), attachment.Title, attachment.Url);
}
