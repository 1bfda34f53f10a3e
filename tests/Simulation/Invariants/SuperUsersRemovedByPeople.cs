using System.Text.Json;
using Community.Care.SuperUsers;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.SuperUsers;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>Also that each invitation is asked for once, and that the members are those of the group.</summary>
sealed class SuperUsersRemovedByPeople : IInvariant
{
    const string Path = $"/api/super-users?groupId={SuperUserWorkload.Group}";

    public string Name => "no super user is removed without a decision";

    public string Reason => "A regular who is thrown out by a program never comes back, and tells the others.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (!world.Plan.Workloads.OfType<SuperUserWorkload>().Any()) yield break;
        List<SuperUserView> users =
            [.. (await reader.ListAsync(Path)).Select(item => item.Deserialize<SuperUserView>(ApiJson.Options)!)];
        var tasks = await TasksAsync(reader);
        foreach (var violation in Removals(world, users, tasks)) yield return violation;
        foreach (var violation in Invitations(world, users, tasks)) yield return violation;
        List<string> present =
        [
            .. (await reader.ListAsync($"/api/groups/{SuperUserWorkload.Group}/members"))
                .Select(item => item.Deserialize<MemberView>(ApiJson.Options)!)
                .Where(member => member.LeftAt is null)
                .Select(member => member.MemberId)
                .Order(StringComparer.Ordinal),
        ];
        List<string> known =
            [.. users.Where(IsPresent).Select(user => user.MemberId).Order(StringComparer.Ordinal)];
        if (!present.SequenceEqual(known, StringComparer.Ordinal))
            yield return $"members are {string.Join(", ", known)} in place of {string.Join(", ", present)}.";
        var counts = (await reader.GetAsync(Path)).Deserialize<SuperUserPageView>(ApiJson.Options)!.Mix.Counts;
        if (counts.Super + counts.Potential != known.Count
            || counts.UnderReview != users.Count(user => user.Status is SuperUserStatus.UnderReview))
            yield return $"the counts are {counts}, and {known.Count} are members.";
    }

    static IEnumerable<string> Removals(World world, List<SuperUserView> users, Dictionary<string, StaffTaskKind> tasks)
    {
        var asked = world.Calls.All
            .Where(call => call.IsAccepted || call.IsUnknown)
            .Where(call => call.Path.EndsWith("/decide", StringComparison.Ordinal)
                && call.Text.Contains($"\"{SuperUserDeed.Remove}\"", StringComparison.Ordinal))
            .Select(call => call.Path.Split('/')[^2])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var user in users.Where(user => user.Status is SuperUserStatus.Removed))
        {
            if (user.LastDecision?.Decision is not SuperUserDecision.Remove || !asked.Contains(user.MemberId))
                yield return $"{user.MemberId} is removed by {user.LastDecision}.";
        }

        List<string> expected = [.. asked.Select(member => IdOf($"remove:{member}:{Quarter}"))];
        foreach (var task in tasks.Where(task => task.Value is StaffTaskKind.RemoveMember).Select(task => task.Key))
            if (!expected.Contains(task, StringComparer.Ordinal)) yield return $"{task} removes a member unasked.";
    }

    static IEnumerable<string> Invitations(
        World world, List<SuperUserView> users, Dictionary<string, StaffTaskKind> tasks)
    {
        foreach (var user in users)
        {
            for (var number = 1; number <= user.Invitations; number++)
            {
                if (!tasks.ContainsKey(IdOf(FormattableString.Invariant($"invite:{user.MemberId}:{number}"))))
                    yield return $"invitation {number} of {user.MemberId} has no task.";
            }
        }

        var invited = world.SuperUsers.Where(done => done.Deed is SuperUserDeed.Invite).Select(done => done.MemberId);
        foreach (var member in invited.Where(member => !tasks.ContainsKey(IdOf($"invite:{member}:1"))))
            yield return $"{member} was invited without a task.";
    }

    static string Quarter => new ReviewQuarter(SuperUserWorkload.Quarter).Id;

    static bool IsPresent(SuperUserView user) => user.JoinedAs is not null;

    static string IdOf(string step) => NewStaffTask.IdOf($"super-user-{SuperUserWorkload.Group}:{step}");

    static async Task<Dictionary<string, StaffTaskKind>> TasksAsync(ApiReader reader)
    {
        JsonElement[] all =
            [.. await reader.ListAsync("/api/tasks?status=open"), .. await reader.ListAsync("/api/tasks?status=done")];
        return all
            .Where(task => task.GetProperty("groupId").GetString() == SuperUserWorkload.Group)
            .DistinctBy(task => task.GetProperty("id").GetString())
            .ToDictionary(
                task => task.GetProperty("id").GetString()!,
                task => Enum.Parse<StaffTaskKind>(task.GetProperty("kind").GetString()!),
                StringComparer.Ordinal);
    }
}
