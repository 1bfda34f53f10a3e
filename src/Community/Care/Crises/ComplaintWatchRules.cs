using System.Diagnostics;

namespace Community.Care.Crises;

public abstract record ComplaintWatchCommand
{
    ComplaintWatchCommand()
    {
    }

    /// <summary>
    /// Counts a complaint. <paramref name="Members"/> are present in the group, which may be in a crisis already.
    /// </summary>
    public sealed record Count(GroupComplaint Complaint, int Members, bool IsInCrisis) : ComplaintWatchCommand;

    /// <summary>Ends the proposal, because a person sees no crisis in it.</summary>
    public sealed record Dismiss(DateTimeOffset At) : ComplaintWatchCommand;

    /// <summary>Ends the proposal, because the group is in a crisis now.</summary>
    public sealed record Accept : ComplaintWatchCommand;
}

public abstract record ComplaintWatchEvent
{
    ComplaintWatchEvent()
    {
    }

    /// <summary>The complaint counts, and those that are older than an hour do not any more.</summary>
    public sealed record Counted(GroupComplaint Complaint) : ComplaintWatchEvent;

    public sealed record Proposed(CrisisProposal Proposal) : ComplaintWatchEvent;

    public sealed record Dismissed(DateTimeOffset At) : ComplaintWatchEvent;

    public sealed record Accepted : ComplaintWatchEvent;
}

/// <summary>
/// A burst of complaints proposes a crisis: within an hour at least five complaints, or one for each fifty members
/// where that is more, of at least three people. A group has one proposal at a time. After a dismissal it takes twice
/// as many for a day.
/// </summary>
public static class ComplaintWatchRules
{
    const int MinComplaints = 5;
    const int MinPeople = 3;
    const int MembersPerComplaint = 50;

    static readonly TimeSpan Window = TimeSpan.FromHours(1);
    static readonly TimeSpan DismissalLasts = TimeSpan.FromDays(1);

    public static IReadOnlyList<ComplaintWatchEvent> Decide(ComplaintWatchCommand command, ComplaintWatch watch) =>
        command switch
        {
            // A proposal that waits needs no more complaints, however many come.
            ComplaintWatchCommand.Count when watch.Open is not null => [],
            ComplaintWatchCommand.Count { IsInCrisis: true } => [],
            ComplaintWatchCommand.Count count when watch.Recent.Any(known => known.Id == count.Complaint.Id) => [],
            ComplaintWatchCommand.Count count => Count(count, watch),
            ComplaintWatchCommand.Dismiss or ComplaintWatchCommand.Accept when watch.Open is null => [],
            ComplaintWatchCommand.Dismiss dismiss => [new ComplaintWatchEvent.Dismissed(dismiss.At)],
            ComplaintWatchCommand.Accept => [new ComplaintWatchEvent.Accepted()],
            _ => throw new UnreachableException(),
        };

    public static ComplaintWatch Evolve(ComplaintWatch watch, ComplaintWatchEvent happened) => happened switch
    {
        ComplaintWatchEvent.Counted counted => watch with { Recent = RecentWith(counted.Complaint, watch) },
        ComplaintWatchEvent.Proposed proposed => watch with
        {
            Open = proposed.Proposal,
            Proposals = proposed.Proposal.Number,
        },
        ComplaintWatchEvent.Dismissed dismissed => watch with
        {
            Open = null,
            Dismissed = watch.Open,
            DismissedAt = dismissed.At,
        },
        ComplaintWatchEvent.Accepted => watch with { Open = null, Recent = [] },
        _ => throw new UnreachableException(),
    };

    static IReadOnlyList<ComplaintWatchEvent> Count(ComplaintWatchCommand.Count count, ComplaintWatch watch)
    {
        var recent = RecentWith(count.Complaint, watch);
        var people = recent.Select(complaint => complaint.MemberId).Distinct(StringComparer.Ordinal).Count();
        var counted = new ComplaintWatchEvent.Counted(count.Complaint);
        if (people < MinPeople || recent.Count < Needed(count, watch)) return [counted];
        var proposal = new CrisisProposal(
            watch.GroupId, watch.Proposals + 1, count.Complaint.At, recent.Count, people);
        return [counted, new ComplaintWatchEvent.Proposed(proposal)];
    }

    // Capped by what the watch remembers, so that no group is too large for a crisis.
    static int Needed(ComplaintWatchCommand.Count count, ComplaintWatch watch)
    {
        var usual = Math.Max(MinComplaints, (count.Members + MembersPerComplaint - 1) / MembersPerComplaint);
        var isRecent = watch.DismissedAt is { } at && count.Complaint.At - at < DismissalLasts;
        var needed = isRecent ? Math.Max(usual, 2 * watch.Dismissed!.Complaints) : usual;
        return Math.Min(needed, ComplaintWatch.MaxRecent);
    }

    static IReadOnlyList<GroupComplaint> RecentWith(GroupComplaint complaint, ComplaintWatch watch) =>
    [
        .. watch.Recent
            .Where(known => complaint.At - known.At < Window)
            .Append(complaint)
            .TakeLast(ComplaintWatch.MaxRecent),
    ];
}
