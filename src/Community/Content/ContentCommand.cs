using Community.Acquisition.Campaigns;
using Community.Messaging.Deliveries;
using Community.Platform;

namespace Community.Content;

/// <summary>The fields of a body that an edit changes.</summary>
public sealed record ContentEdit
{
    public Optional<ContentKind?> Kind { get; init; }

    public Optional<IReadOnlyList<string>?> Tags { get; init; }

    public Optional<IReadOnlyList<string>?> Variants { get; init; }

    public Optional<IReadOnlyList<Attachment>?> Attachments { get; init; }

    public Optional<string?> Source { get; init; }

    public Optional<DateTimeOffset?> ValidFrom { get; init; }

    public Optional<DateTimeOffset?> ValidUntil { get; init; }

    public Optional<int?> ReuseDays { get; init; }

    public Optional<ContentProduct?> Product { get; init; }

    public ContentBody Apply(ContentBody body) => new(
        Kind.Or(body.Kind) ?? body.Kind,
        Tags.Or(body.Tags) ?? [],
        Variants.Or(body.Variants) ?? [],
        Attachments.Or(body.Attachments) ?? [],
        Source.Or(body.Source),
        ValidFrom.Or(body.ValidFrom),
        ValidUntil.Or(body.ValidUntil),
        ReuseDays.Or(body.ReuseDays) ?? ContentBody.DefaultReuseDays,
        Product.Or(body.Product));
}

public abstract record ContentCommand
{
    ContentCommand()
    {
    }

    /// <summary>
    /// Changes the fields that are present. <paramref name="Acknowledgement"/> covers the findings of the whole item
    /// after the edit.
    /// </summary>
    public sealed record Edit(ContentEdit Fields, string By, Acknowledgement? Acknowledgement, DateTimeOffset At)
        : ContentCommand;

    /// <summary>With four eyes a person may not approve what they wrote or edited last.</summary>
    public sealed record Approve(string By, bool NeedsFourEyes, DateTimeOffset At) : ContentCommand;

    public sealed record Retire(string By, DateTimeOffset At) : ContentCommand;
}

public abstract record ContentEvent
{
    ContentEvent()
    {
    }

    public sealed record Edited(
        ContentBody Body, string By, IReadOnlyList<Finding> Findings, Acknowledgement? Acknowledgement) : ContentEvent;

    public sealed record Approved(string By, DateTimeOffset At) : ContentEvent;

    public sealed record Retired(string By, DateTimeOffset At) : ContentEvent;

    public sealed record Refused(Refusal Refusal) : ContentEvent;
}
