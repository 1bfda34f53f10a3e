using System.Globalization;
using System.Text.Json;
using Community.Care.Violations;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.Violations;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Http;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>The violations and staff tasks of the group of <see cref="ViolationWorkload"/>.</summary>
sealed class NoMeasureWithoutDecision : IInvariant
{
    static readonly StaffTaskKind[] Measures =
        [StaffTaskKind.WarnMember, StaffTaskKind.AskForRedPacket, StaffTaskKind.RemoveMember];

    public string Name => "nobody is removed without a decision";

    public string Reason => "A member who is punished by mistake leaves, and tells others why.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<ViolationWorkload>().Any()) yield break;
        Dictionary<string, ViolationView> all = new(StringComparer.Ordinal);
        foreach (var listed in await reader.ListAsync($"/api/violations?groupId={ViolationWorkload.Group}"))
        {
            var id = listed.GetProperty("id").GetString()!;
            if (!all.TryAdd(id, Read<ViolationView>(await reader.GetAsync($"/api/violations/{id}"))))
                yield return $"{id} is listed twice.";
        }

        var tasks = await TasksAsync(reader);
        foreach (var fault in TaskFaults(all.Values, tasks)) yield return fault;
        foreach (var fault in all.Values.SelectMany(violation => FaultsOf(violation, tasks))) yield return fault;
        foreach (var fault in LostRequests(world, all)) yield return fault;
        foreach (var fault in LostMessages(world, all.Values)) yield return fault;
    }

    // What was warned at first, and what each decision named.
    static IEnumerable<(string TaskId, StaffTaskKind Kind)> AllowedOf(ViolationView violation)
    {
        var decisions = DecisionsOf(violation);
        if (violation.By != Violation.Channel) yield return (MeasureId(violation, 0), StaffTaskKind.WarnMember);
        for (var number = 1; number <= decisions.Count; number++)
        {
            if (decisions[number - 1].Measure is { } measure)
                yield return (MeasureId(violation, number), KindOf(measure));
        }
    }

    static IEnumerable<string> TaskFaults(
        IEnumerable<ViolationView> violations, IReadOnlyDictionary<string, StaffTaskView> tasks)
    {
        var allowed = violations.SelectMany(AllowedOf).ToHashSet();
        return tasks.Values
            .Where(task => Measures.Contains(task.Kind) && !allowed.Contains((task.Id, task.Kind)))
            .Select(task => $"{task.Kind} {task.Id} has no decision.");
    }

    static IEnumerable<string> FaultsOf(ViolationView violation, IReadOnlyDictionary<string, StaffTaskView> tasks)
    {
        var decisions = DecisionsOf(violation);
        var isDecided = violation.State is ViolationState.Upheld or ViolationState.Dismissed;
        if (isDecided && (decisions is not [.., var last] || last.What != StepOf(violation.State)))
            yield return $"{violation.Id} is {violation.State} without a decision.";
        if (violation.State is ViolationState.Warned && decisions.Count > 0)
            yield return $"{violation.Id} is warned after a decision.";
        for (var number = 0; number <= decisions.Count; number++)
        {
            var isCurrent = number == decisions.Count
                && violation.State is ViolationState.Warned or ViolationState.Upheld;
            if (!isCurrent && IsOpen(MeasureId(violation, number)))
                yield return $"{violation.Id} is {violation.State} and has an open measure {number}.";
        }

        var isUndecided = violation.State is ViolationState.Proposed or ViolationState.Appealed;
        if (isUndecided && !tasks.ContainsKey(DecideId(violation, decisions.Count)))
            yield return $"{violation.Id} is {violation.State} and has no task to decide.";
        if (!isUndecided && IsOpen(DecideId(violation, decisions.Count - 1)))
            yield return $"{violation.Id} is {violation.State} and has an open task to decide.";

        bool IsOpen(string id) => tasks.GetValueOrDefault(id) is { Status: "open" };
    }

    // What was answered with a success is stored, once.
    static IEnumerable<string> LostRequests(World world, Dictionary<string, ViolationView> all)
    {
        foreach (var requests in world.RuleBreaches.Keys.GroupBy(request => request.Id, StringComparer.Ordinal))
        {
            var deeds = requests.Select(request => request.Deed).ToHashSet();
            var (decisions, appeals) = all.GetValueOrDefault(requests.Key) is { } violation
                ? (DecisionsOf(violation).Count, violation.History.Count(entry => entry.What is ViolationStep.Appealed))
                : (-1, -1);
            var expected = deeds.Count(deed => deed is ViolationDeed.Decide or ViolationDeed.DecideAgain);
            if (decisions != expected || appeals != (deeds.Contains(ViolationDeed.Appeal) ? 1 : 0))
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{requests.Key} has {decisions} decisions and {appeals} appeals, not {string.Join(", ", deeds)}.");
        }
    }

    // No person decides on what was heard, so that all of a member is one.
    static IEnumerable<string> LostMessages(World world, IEnumerable<ViolationView> all)
    {
        var heard = all
            .Where(violation => violation.By == Violation.Channel)
            .CountBy(violation => violation.MemberId, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return world.Plan.Events.OfType<ChannelWebhookCall>()
            .Where(call => call is { Type: "message.posted", GroupId: ViolationWorkload.Group })
            .Where(call => world.Acknowledged.Contains(call.Id) && IsAdvertisement(call.Text!))
            .Select(call => call.MemberId!)
            .Distinct(StringComparer.Ordinal)
            .Where(member => heard.GetValueOrDefault(member) != 1)
            .Select(member => $"{member} advertised and has {heard.GetValueOrDefault(member)} violations.");
    }

    static bool IsAdvertisement(string text) =>
        AdvertisementRules.Find(text, hasQrCode: false, _ => false, AdvertisementVocabulary.Chinese) is not null;

    static IReadOnlyList<ViolationEntryView> DecisionsOf(ViolationView violation) =>
        [.. violation.History.Where(entry => entry.What is ViolationStep.Upheld or ViolationStep.Dismissed)];

    static ViolationStep StepOf(ViolationState state) =>
        state is ViolationState.Upheld ? ViolationStep.Upheld : ViolationStep.Dismissed;

    static StaffTaskKind KindOf(ViolationMeasure measure) => Measures[(int)measure];

    static string MeasureId(ViolationView violation, int decisions) => IdOf(violation, "measure", decisions);

    static string DecideId(ViolationView violation, int decisions) => IdOf(violation, "decide", decisions);

    static string IdOf(ViolationView violation, string what, int decisions) => NewStaffTask.IdOf(
        string.Create(CultureInfo.InvariantCulture, $"violation-{violation.Id}:{what}-{decisions}"));

    static async Task<IReadOnlyDictionary<string, StaffTaskView>> TasksAsync(ApiReader reader)
    {
        List<JsonElement> tasks =
        [
            .. await reader.ListAsync("/api/tasks?status=open"), .. await reader.ListAsync("/api/tasks?status=done"),
        ];
        return tasks
            .Select(Read<StaffTaskView>)
            .Where(task => task.GroupId == ViolationWorkload.Group)
            .ToDictionary(task => task.Id, StringComparer.Ordinal);
    }

    static T Read<T>(JsonElement json) => json.Deserialize<T>(ApiJson.Options)!;
}
