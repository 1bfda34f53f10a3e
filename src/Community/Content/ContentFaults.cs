using Community.Acquisition.Campaigns;
using Community.Messaging.Deliveries;
using Community.Platform;

namespace Community.Content;

/// <summary>The faults of an item as a whole, whose fields are valid one by one.</summary>
public static class ContentFaults
{
    // The least limit of the channels, because an item can go to each of them.
    const int MaxBytes = TextLimit.RobotBytes;

    /// <summary>All faults, with the fields of the request; findings are none once they are acknowledged.</summary>
    public static IReadOnlyList<Refusal> Find(
        ContentBody body, string linkBase, IReadOnlyList<Finding> findings, Acknowledgement? acknowledgement) =>
    [
        .. SourceFault(body),
        .. ValidityFault(body),
        .. body.Variants.SelectMany((text, index) => TextFaults(text, $"variants[{index}]", body, linkBase)),
        .. acknowledgement is null ? findings.Select(finding => finding.ToRefusal()) : [],
    ];

    static IEnumerable<Refusal> SourceFault(ContentBody body)
    {
        if (body is { Kind: ContentKind.Scarce, Source: null })
            yield return Refusal.Invalid("source", "is missing: scarce content states where it comes from");
    }

    static IEnumerable<Refusal> ValidityFault(ContentBody body)
    {
        if (body.ValidUntil <= body.ValidFrom) yield return Refusal.Invalid("validUntil", "must be after validFrom");
    }

    static IEnumerable<Refusal> TextFaults(string text, string field, ContentBody body, string linkBase)
    {
        if (ContentTemplate.FindUnknown(text) is { } unknown)
        {
            yield return Refusal.Invalid(field, $"cannot say {unknown}; it can say {ContentTemplate.Known}");
            yield break;
        }

        if (ContentTemplate.HoldsLink(text) && body.FirstLink is null)
            yield return Refusal.Invalid(field, "holds {link}, and no attachment of the type Link for it to lead to");
        if (ContentTemplate.LongestBytes(text, linkBase, body.Product) > MaxBytes)
        {
            yield return Refusal.Invalid(
                field, $"is longer than {MaxBytes} bytes of UTF-8 when it is filled in at its longest");
        }
    }
}
