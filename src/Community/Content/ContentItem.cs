using Community.Acquisition.Campaigns;
using Community.Messaging.Deliveries;

namespace Community.Content;

public enum ContentState
{
    Draft,
    Approved,
    Retired,
}

/// <summary>The product that <c>{product}</c> and <c>{price}</c> name; the price is in minor units.</summary>
public sealed record ContentProduct(string Name, long PriceMinor, string Currency);

/// <summary>What people write and edit of an item.</summary>
public sealed record ContentBody(
    ContentKind Kind,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Variants,
    IReadOnlyList<Attachment> Attachments,
    string? Source,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    int ReuseDays,
    ContentProduct? Product)
{
    /// <summary>The least number of local calendar days between two sends of an item to a group.</summary>
    public const int DefaultReuseDays = 30;

    /// <summary>The page behind <c>{link}</c>; null without a link among the attachments.</summary>
    public Attachment? FirstLink => Attachments.FirstOrDefault(attachment => attachment.Type is AttachmentType.Link);

    /// <summary>True for the same content; records compare lists by reference.</summary>
    public bool IsSameAs(ContentBody other) =>
        Tags.SequenceEqual(other.Tags, StringComparer.Ordinal)
        && Variants.SequenceEqual(other.Variants, StringComparer.Ordinal)
        && Attachments.SequenceEqual(other.Attachments)
        && this == other with { Tags = Tags, Variants = Variants, Attachments = Attachments };
}

/// <summary>
/// 素材: a piece of content. <paramref name="LinkBase"/> is what the addresses of its tracked links start with.
/// </summary>
public sealed record ContentItem(
    string Id, ContentBody Body, string Author, ContentState State, string LinkBase, DateTimeOffset CreatedAt)
{
    /// <summary>The number of the edit, from 1 at the creation.</summary>
    public int Version { get; init; } = 1;

    public string? LastEditedBy { get; init; }

    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public string? RetiredBy { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>What breaks a rule of the platform in the texts of the body.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The operator who takes responsibility for all <see cref="Findings"/>; null without findings.</summary>
    public Acknowledgement? Acknowledgement { get; init; }
}
