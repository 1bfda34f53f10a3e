using System.Diagnostics;
using Community.Acquisition.Campaigns;
using Community.Platform;

namespace Community.Content;

/// <summary>Why an item cannot be sent at an instant.</summary>
public enum ContentObstacle
{
    Draft,
    Retired,
    NotYetValid,
    Expired,
}

/// <summary>
/// The states of an item: <c>Draft → Approved → Retired</c>. An edit of an approved item makes a draft of it again.
/// </summary>
public static class ContentRules
{
    /// <summary>A new draft; <see cref="CreationFaults"/> tells whether it may be stored.</summary>
    public static ContentItem Create(
        string id,
        ContentBody body,
        string author,
        Acknowledgement? acknowledgement,
        string linkBase,
        DateTimeOffset at)
    {
        var findings = ContentCompliance.Check(body);
        return new ContentItem(id, body, author, ContentState.Draft, linkBase, at)
        {
            Findings = findings,
            Acknowledgement = findings.Count == 0 ? null : acknowledgement,
        };
    }

    /// <summary>The faults of a new item.</summary>
    public static IReadOnlyList<Refusal> CreationFaults(ContentItem item) =>
    [
        .. ContentFaults.Find(item.Body, item.LinkBase, item.Findings, item.Acknowledgement),
        .. PastFault(item.Body, item.CreatedAt),
    ];

    /// <summary>No events for a repeat.</summary>
    public static IReadOnlyList<ContentEvent> Decide(ContentCommand command, ContentItem item) => command switch
    {
        ContentCommand.Edit edit => Edit(edit, item),
        ContentCommand.Approve when item.State is ContentState.Approved => [],
        ContentCommand.Approve when item.State is ContentState.Retired =>
            [Conflict(ConflictKind.Ended, "the item is retired")],
        ContentCommand.Approve { NeedsFourEyes: true } approve when IsWriter(item, approve.By) =>
            [Conflict(
                ConflictKind.OtherPersonNeeded,
                $"{approve.By} wrote or last edited the item, so another person must approve it")],
        ContentCommand.Approve approve => [new ContentEvent.Approved(approve.By, approve.At)],
        ContentCommand.Retire when item.State is ContentState.Retired => [],
        ContentCommand.Retire retire => [new ContentEvent.Retired(retire.By, retire.At)],
        _ => throw new UnreachableException(),
    };

    public static ContentItem Evolve(ContentItem item, ContentEvent happened) => happened switch
    {
        ContentEvent.Edited edited => item with
        {
            Body = edited.Body,
            State = ContentState.Draft,
            Version = item.Version + 1,
            LastEditedBy = edited.By,
            ApprovedBy = null,
            ApprovedAt = null,
            Findings = edited.Findings,
            Acknowledgement = edited.Acknowledgement,
        },
        ContentEvent.Approved approved => item with
        {
            State = ContentState.Approved,
            ApprovedBy = approved.By,
            ApprovedAt = approved.At,
        },
        ContentEvent.Retired retired => item with
        {
            State = ContentState.Retired,
            RetiredBy = retired.By,
            RetiredAt = retired.At,
        },
        ContentEvent.Refused => item,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// Why the item cannot be sent at the instant; null when it can. The end of its validity is excluded.
    /// </summary>
    public static ContentObstacle? WhyNotSendable(ContentItem item, DateTimeOffset at) => item switch
    {
        { State: ContentState.Draft } => ContentObstacle.Draft,
        { State: ContentState.Retired } => ContentObstacle.Retired,
        _ when at < item.Body.ValidFrom => ContentObstacle.NotYetValid,
        _ when at >= item.Body.ValidUntil => ContentObstacle.Expired,
        _ => null,
    };

    static IReadOnlyList<ContentEvent> Edit(ContentCommand.Edit edit, ContentItem item)
    {
        var body = edit.Fields.Apply(item.Body);
        var isSame = body.IsSameAs(item.Body);
        if (isSame && (edit.Acknowledgement is null || edit.Acknowledgement == item.Acknowledgement)) return [];
        if (item.State is ContentState.Retired)
            return [Conflict(ConflictKind.Ended, "the item is retired and can no longer be changed")];
        if (edit.Fields.ValidUntil.IsPresent && PastFault(body, edit.At) is [var past])
            return [new ContentEvent.Refused(past)];

        var findings = ContentCompliance.Check(body);
        var acknowledgement = ContentCompliance.AcknowledgementAfter(edit, findings, item);
        return ContentFaults.Find(body, item.LinkBase, findings, acknowledgement) is [var fault, ..]
            ? [new ContentEvent.Refused(fault)]
            : [new ContentEvent.Edited(isSame ? item.Body : body, edit.By, findings, acknowledgement)];
    }

    // An item that ended before it was written would never be sent.
    static Refusal[] PastFault(ContentBody body, DateTimeOffset now) =>
        body.ValidUntil <= now ? [Refusal.Invalid("validUntil", "must be in the future")] : [];

    // A name that differs in case or spaces is the same person.
    static bool IsWriter(ContentItem item, string name) =>
        new[] { item.Author, item.LastEditedBy }.Any(writer =>
            string.Equals(writer?.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));

    static ContentEvent.Refused Conflict(ConflictKind kind, string reason) => new(Refusal.Conflict(kind, reason));
}
