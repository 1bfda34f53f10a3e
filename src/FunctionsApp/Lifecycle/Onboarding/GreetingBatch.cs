using Azure;
using Azure.Data.Tables;
using Community.Lifecycle.Onboarding;
using FunctionsApp.Messaging.Deliveries;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>
/// The greeting of a member: the join that it is for and its instant. <paramref name="GreetingId"/> names a greeting of
/// several; null for one of the member's own.
/// </summary>
public sealed record GreetingMark(DateTimeOffset JoinedAt, DateTimeOffset At, string? GreetingId);

/// <summary>
/// A newcomer after the decision about their greeting. <paramref name="IsNew"/> is false for a repeat;
/// <paramref name="Opens"/> is true for the first newcomer of a waiting greeting; <paramref name="Lines"/> are to be
/// sent now.
/// </summary>
public sealed record GreetingResult(
    GreetingMark Mark, bool IsNew, bool Opens, IReadOnlyList<LedgerEntry> Lines)
{
    public static GreetingResult Repeat(GreetingMark mark) => new(mark, IsNew: false, Opens: false, Lines: []);
}

/// <summary>
/// Newcomers who are decided together. <paramref name="waitedBefore"/> is the id of the greeting that waited before;
/// <paramref name="own"/> has the lines of those who are greeted now.
/// </summary>
sealed class GreetingBatch(
    IReadOnlyList<Newcomer> newcomers,
    GreetingDecision decision,
    string? waitedBefore,
    IReadOnlyList<(string MemberId, IReadOnlyList<LedgerDraft> Lines)> own,
    DateTimeOffset now)
{
    WaitingGreeting? Waiting => decision.After.Waiting;

    IEnumerable<LedgerDraft> Drafts => own.SelectMany(greeting => greeting.Lines);

    /// <summary>The rows of the lines and of the marks, which <paramref name="markRow"/> makes.</summary>
    public IReadOnlyList<TableTransactionAction> Rows(Func<Newcomer, GreetingMark, TableTransactionAction> markRow) =>
        [.. Drafts.SelectMany(line => line.Rows), .. newcomers.Select(newcomer => markRow(newcomer, MarkOf(newcomer)))];

    /// <summary>The results by member, after the rows were written with these ETags.</summary>
    public Dictionary<string, GreetingResult> Results(IReadOnlyList<ETag> etags)
    {
        var entries = LedgerDraft.Written([.. Drafts], etags);
        var linesOf = own
            .SelectMany(greeting => greeting.Lines, (greeting, _) => greeting.MemberId)
            .Zip(entries)
            .ToLookup(line => line.First, line => line.Second, StringComparer.Ordinal);
        var opener = Waiting is { } waiting && waiting.Id != waitedBefore
            ? newcomers.Except(decision.GreetedNow).FirstOrDefault()
            : null;
        return newcomers.ToDictionary(
            newcomer => newcomer.MemberId,
            newcomer => new GreetingResult(
                MarkOf(newcomer), IsNew: true, newcomer == opener, [.. linesOf[newcomer.MemberId]]),
            StringComparer.Ordinal);
    }

    GreetingMark MarkOf(Newcomer newcomer) => decision.GreetedNow.Contains(newcomer)
        ? new GreetingMark(newcomer.JoinedAt, now, GreetingId: null)
        : new GreetingMark(newcomer.JoinedAt, Waiting!.SendAt, Waiting.Id);
}
