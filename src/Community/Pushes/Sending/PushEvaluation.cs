using Community.Content;
using Community.Platform;
using Community.Platform.Texts;
using Community.Pushes.Draws;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;

namespace Community.Pushes.Sending;

/// <summary>An item of the library, with what guards and draws need of it.</summary>
public sealed record PushContent(ContentItem Item)
{
    public DrawCandidate? Candidate { get; } = Item is { State: ContentState.Approved, ApprovedAt: { } approvedAt }
        ? new DrawCandidate(
            Item.Id,
            Item.Body.Kind,
            Item.Body.Tags,
            Item.Body.ReuseDays,
            Item.Body.ValidFrom,
            Item.Body.ValidUntil,
            approvedAt)
        : null;
}

/// <summary>The items that pushes of a group may bring, by id.</summary>
public sealed record PushLibrary(IReadOnlyDictionary<string, PushContent> Items)
{
    public DrawCandidate? Draw(ContentDraw draw, GroupPushHistory history, DateOnly date, DateTimeOffset at) =>
        DrawRules.Draw(Items.Values.Select(item => item.Candidate).OfType<DrawCandidate>(), draw, history, date, at);
}

/// <summary>
/// A push with what its plan says of it: the draw of its slot (null for a slot with an item), and whether the plan is
/// paused.
/// </summary>
public sealed record DuePush(Push Push, ContentDraw? Draw, bool IsPlanPaused)
{
    /// <summary>
    /// The conversion to which the slot is attached: the one whose instants tell its time. Null for other slots.
    /// </summary>
    public string? ConversionId { get; init; }
}

/// <summary>
/// What the app knows about a group when it decides about its pushes. <paramref name="OwnerTaps"/> are the messages
/// that its owner sends by hand on a local day, over all groups.
/// </summary>
public sealed record PushFacts(
    GroupSituation Situation,
    PushLimits Limits,
    TimeZoneInfo Zone,
    PushLibrary Library,
    IReadOnlyDictionary<DateOnly, int> OwnerTaps)
{
    public DateOnly DateOf(DateTimeOffset instant) => instant.DateIn(Zone);

    /// <summary>The situation of a push at an instant.</summary>
    public GroupSituation SituationOf(DuePush due, DateTimeOffset at) => Situation with
    {
        Pauses = due.IsPlanPaused ? [PushPause.Plan, .. Situation.Pauses] : Situation.Pauses,
        OwnerTaps = OwnerTaps.GetValueOrDefault(DateOf(at)),
    };

    /// <summary>The facts after a push was sent.</summary>
    public PushFacts After(PushOutcome.Send send, DateTimeOffset at) => this with
    {
        Situation = Situation with { History = Situation.History.Add(send.Entry).Trim(at) },
        OwnerTaps = Situation.CostsTap
            ? new Dictionary<DateOnly, int>(OwnerTaps) { [DateOf(at)] = OwnerTaps.GetValueOrDefault(DateOf(at)) + 1 }
            : OwnerTaps,
    };
}

/// <summary>What happens to a push at an instant.</summary>
public abstract record PushOutcome
{
    PushOutcome()
    {
    }

    /// <summary>The item is sent, and the entry belongs to the history from now on.</summary>
    public sealed record Send(ContentItem Item, PushHistoryEntry Entry) : PushOutcome;

    /// <summary>The push waits until an instant, because of a guard.</summary>
    public sealed record Wait(DateTimeOffset Until, PushGuard Guard) : PushOutcome;

    public sealed record Skip(PushSkip Reason) : PushOutcome;
}

/// <summary>
/// Decides about a push at an instant. Sending and previews ask it, so that a preview is what happens when nothing
/// changes.
/// </summary>
public static class PushEvaluation
{
    /// <param name="due">The push, which is not queued yet.</param>
    /// <param name="facts">The group.</param>
    /// <param name="at">The instant.</param>
    public static PushOutcome Evaluate(DuePush due, PushFacts facts, DateTimeOffset at)
    {
        var (push, draw) = (due.Push, due.Draw);
        var date = facts.DateOf(push.DueAt);
        var history = facts.Situation.History.Remove(push.Id);
        var contentId = push.ContentId ?? (draw is null ? null : facts.Library.Draw(draw, history, date, at)?.Id);
        if (contentId is null) return Skip(PushSkipCause.NoContent, "push.skip.NoContent");
        if (!facts.Library.Items.TryGetValue(contentId, out var content))
            return Skip(PushSkipCause.ContentNotValid, "push.skip.ContentUnknown");

        var item = content.Item;
        if (ContentRules.WhyNotSendable(item, at) is { } obstacle)
            return Skip(PushSkipCause.ContentNotValid, $"push.skip.{obstacle}");

        var request = new PushRequest(push.Id, push.DueAt, at, item.Body.Kind, item.Id, item.Body.ReuseDays)
        {
            Lateness = push.Lateness,
            ConversionId = due.ConversionId,
            PassesWindow = push.PassesWindow,
            Override = push.Override,
        };
        return PushGuards.Decide(request, facts.SituationOf(due, at), facts.Limits, facts.Zone) switch
        {
            PushDecision.Postpone postpone => new PushOutcome.Wait(postpone.Until, postpone.By),
            PushDecision.Skip skip => new PushOutcome.Skip(PushSkip.From(skip)),
            _ => new PushOutcome.Send(item, request.ToEntry(facts.Zone)),
        };
    }

    static PushOutcome.Skip Skip(PushSkipCause cause, string key) =>
        new(new PushSkip(cause, Phrasebook.Chinese.Template(key)));
}
