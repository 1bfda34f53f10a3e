using System.Text.Json;
using Community.Care.Feedback;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.Feedback;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Http;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;

namespace Simulation.Invariants;

/// <summary>The feedback of all groups, which other workloads cause too.</summary>
sealed class FeedbackAnsweredOrEscalating : IInvariant
{
    // A message that fails at first is tried again within minutes.
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(30);

    public string Name => "feedback is answered or escalates";

    public string Reason => "Feedback that nobody answers and nothing escalates is lost, and the member leaves.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        var openTasks = (await reader.ListAsync("/api/tasks?status=open"))
            .Select(task => task.GetProperty("id").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        Dictionary<string, FeedbackView> all = new(StringComparer.Ordinal);
        foreach (var group in await reader.ListAsync("/api/groups"))
        {
            var groupId = group.GetProperty("id").GetString()!;
            var items = await ReadAsync(reader, $"/api/feedback?groupId={groupId}");
            foreach (var item in items) all.Add(item.Id, item);
            var ledger = items.Count == 0 ? [] : await GroupLedger.ReadAsync(reader, groupId);
            foreach (var violation in items.SelectMany(item => FaultsOf(item, world, openTasks, ledger)))
                yield return violation;
            var figures = (await reader.GetAsync($"/api/groups/{groupId}/feedback-figures"))
                .Deserialize<FeedbackFiguresView>(ApiJson.Options)!;
            foreach (var kind in figures.Kinds.Where(kind => kind != CountOf(items, kind.Kind)))
                yield return $"{groupId} has {kind} in place of {CountOf(items, kind.Kind)}.";
        }

        var open = (await ReadAsync(reader, "/api/feedback")).Select(item => item.Id);
        var expected = all.Values.Where(item => item.State is FeedbackState.Open).Select(item => item.Id);
        if (!open.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal)))
            yield return "the list of open feedback is not that of the groups.";
        foreach (var violation in LostRequests(world, all)) yield return violation;
        foreach (var violation in LostMessages(world, all.Values)) yield return violation;
    }

    static IEnumerable<string> FaultsOf(
        FeedbackView item, World world, HashSet<string> openTasks, IReadOnlyList<DeliveryView> ledger)
    {
        var latest = world.Clock.Now - Tolerance;
        var last = item.Escalations is [.., var at] ? at : (DateTimeOffset?)null;
        if (item.State is FeedbackState.Open && item.DueAt <= latest
            && !(last > latest - FeedbackItem.AnswerTime - Tolerance))
            yield return $"{item.Id}, due {item.DueAt:u}, escalated last at {last:u}.";
        if (item.EscalationCount != item.Escalations.Count || item.Escalations.Any(at => at < item.DueAt))
            yield return $"{item.Id} escalated at {string.Join(", ", item.Escalations)}.";
        var keys = new[] { $"feedback-{item.Id}:answer", $"feedback-{item.Id}:escalate" };
        if (item.State is not FeedbackState.Open && keys.Any(key => openTasks.Contains(NewStaffTask.IdOf(key))))
            yield return $"{item.Id} is {item.State} and has an open task.";
        var told = item.Answers
            .Where(answer => answer.ToldMember)
            .Select(answer => FormattableString.Invariant($"answer-{answer.Number}"))
            .Concat(item.Outcome is { ToldGroup: true } ? ["outcome"] : []);
        var sent = ledger.Where(row => row.Cause == $"feedback-{item.Id}").Select(row => row.Step);
        if (!told.SequenceEqual(sent.Order(StringComparer.Ordinal)))
            yield return $"{item.Id} told {string.Join(", ", sent)} in place of {string.Join(", ", told)}.";
    }

    // What was answered with a success is stored.
    static IEnumerable<string> LostRequests(World world, Dictionary<string, FeedbackView> all)
    {
        foreach (var (id, deed) in world.Feedback.Keys)
        {
            var isKept = all.GetValueOrDefault(id) is { } item && deed switch
            {
                FeedbackDeed.Answer => item.Answers.Count == 1,
                FeedbackDeed.Close => item.State is FeedbackState.Closed,
                _ => true,
            };
            if (!isKept) yield return $"{id} lost: {deed}.";
        }
    }

    static IEnumerable<string> LostMessages(World world, IReadOnlyCollection<FeedbackView> all)
    {
        var texts = all
            .Where(item => item.Source is FeedbackSource.Group)
            .SelectMany(item => item.Notes.Select(note => note.Text).Prepend(item.Text)
                .Select(text => (item.GroupId, item.MemberId, Text: text)))
            .CountBy(text => text)
            .ToDictionary();
        var full = all
            .Where(item => item.Notes.Count == FeedbackRules.MaxNotes)
            .Select(item => item.MemberId)
            .ToHashSet(StringComparer.Ordinal);
        return world.Plan.Events.OfType<ChannelWebhookCall>()
            .Where(call => call.Type == "message.posted" && world.Acknowledged.Contains(call.Id))
            .Where(call => FeedbackRules.Read(call.Text!, FeedbackVocabulary.Chinese) is not null)
            .Where(call => !full.Contains(call.MemberId!))
            .CountBy(call => (call.GroupId, call.MemberId!, call.Text!))
            .Where(posted => texts.GetValueOrDefault(posted.Key) != posted.Value)
            .Select(posted =>
                $"{posted.Key} was posted {posted.Value} times and heard {texts.GetValueOrDefault(posted.Key)} times.");
    }

    static FeedbackKindFiguresView CountOf(IReadOnlyList<FeedbackView> items, FeedbackKind kind)
    {
        var ofKind = items.Where(item => item.Kind == kind).ToList();
        return new FeedbackKindFiguresView(
            kind,
            ofKind.Count,
            ofKind.Count(item => item.InTime is true),
            ofKind.Count(item => item.InTime is false),
            ofKind.Count(item => item.State is FeedbackState.Open),
            ofKind.Count(item => item is { State: FeedbackState.Open, EscalationCount: > 0 }));
    }

    static async Task<IReadOnlyList<FeedbackView>> ReadAsync(ApiReader reader, string path) =>
        [.. (await reader.ListAsync(path)).Select(item => item.Deserialize<FeedbackView>(ApiJson.Options)!)];
}
