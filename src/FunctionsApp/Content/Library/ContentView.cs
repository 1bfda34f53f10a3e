using Community.Acquisition.Campaigns;
using Community.Content;
using Community.Messaging.Deliveries;

namespace FunctionsApp.Content.Library;

/// <summary>An item in HTTP responses.</summary>
public sealed record ContentView(
    string Id,
    ContentKind Kind,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Variants,
    IReadOnlyList<Attachment> Attachments,
    string? Source,
    string Author,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    int ReuseDays,
    ContentProduct? Product,
    ContentState State,
    int Version,
    string? LastEditedBy,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    string? RetiredBy,
    DateTimeOffset? RetiredAt,
    DateTimeOffset CreatedAt,
    IReadOnlyList<Finding> Findings,
    Acknowledgement? Acknowledgement)
{
    public static ContentView From(ContentItem item) => new(
        item.Id,
        item.Body.Kind,
        item.Body.Tags,
        item.Body.Variants,
        item.Body.Attachments,
        item.Body.Source,
        item.Author,
        item.Body.ValidFrom,
        item.Body.ValidUntil,
        item.Body.ReuseDays,
        item.Body.Product,
        item.State,
        item.Version,
        item.LastEditedBy,
        item.ApprovedBy,
        item.ApprovedAt,
        item.RetiredBy,
        item.RetiredAt,
        item.CreatedAt,
        item.Findings,
        item.Acknowledgement);
}
