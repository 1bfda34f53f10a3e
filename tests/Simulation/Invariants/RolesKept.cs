using Community.Operators.Sessions;
using Community.Platform;
using Simulation.Instances;
using Simulation.Runs;
using Simulation.Senders;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>
/// Judges each call of an operator by what had certainly happened to the role and the credential when it was sent, and
/// the operators and their credentials at the end.
/// </summary>
sealed class RolesKept : IInvariant
{
    public const string Title = "operators do what their role allows, while their credential holds";

    public string Name => Title;

    public string Reason => "Who was removed must not act any more, and a brand without administrators is locked out.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        if (world.Operators.All.Count == 0) yield break;
        var calls = world.Calls.All.Where(call => call.Credential is not null).ToList();
        foreach (var call in calls)
        {
            if (call.IsAccepted && ReasonToRefuse(call, calls) is { } reason)
                yield return $"{call} was answered {call.Status}, although {reason}.";
            if (call.Status is 401 or 403 && MustBeAccepted(call))
                yield return $"{call} was answered {call.Status}, and nothing speaks against it.";
        }

        await foreach (var broken in HistoryAsync(reader, calls)) yield return broken;
        await foreach (var broken in OperatorsAsync(world, reader)) yield return broken;
        foreach (var credential in world.Operators.All.SelectMany(known => known.Credentials))
        {
            var answer = await reader.Instance.SendAsync(
                Sender.Create("GET", $"/api/groups/{OperatorWorkload.Group}", credential: credential));
            var isSure = !credential.IsSession && !credential.Revocation.HasBegun;
            if (answer is not { Status: 401 } && credential.Revocation.HasEnded)
                yield return $"{credential} has ended, and is answered {answer?.Status}.";
            if (answer is not { Status: 200 } && isSure)
                yield return $"{credential} holds, and is answered {answer?.Status}.";
        }
    }

    static string? ReasonToRefuse(ApiCall call, List<ApiCall> calls)
    {
        var credential = call.Credential!;
        if (credential.Revocation.End < call.SendOrder) return "the credential had ended";
        if (credential.Owner.MaxRoleIn(call) < RoleFor(call)) return $"it needs the role {RoleFor(call)}";
        return IsIdle(call, calls) ? "the session was not used for long" : null;
    }

    static bool MustBeAccepted(ApiCall call) =>
        call.Credential is { IsSession: false } token
        && token.Revocation.Begin > call.AnswerOrder
        && token.Owner.MinRoleIn(call) >= RoleFor(call);

    static bool IsIdle(ApiCall call, List<ApiCall> calls)
    {
        if (call.Credential is not { IsSession: true } session) return false;
        var uses = calls.Where(use => use.Credential == session && use.SendOrder < call.SendOrder).ToList();
        return uses.Count > 0 && uses.TrueForAll(use => use.AnsweredAt + Session.IdleLimit <= call.SentAt);
    }

    static OperatorRole RoleFor(ApiCall call) => call switch
    {
        _ when call.Path.StartsWith("/api/operators", StringComparison.Ordinal) => OperatorRole.Administrator,
        { Request.Method: "GET" } or { Path: "/api/session" } => OperatorRole.Viewer,
        _ => OperatorRole.Operator,
    };

    // The group records each change with its text.
    static async IAsyncEnumerable<string> HistoryAsync(ApiReader reader, List<ApiCall> calls)
    {
        foreach (var change in await reader.ListAsync($"/api/groups/{OperatorWorkload.Group}/history"))
        {
            var (by, what) = (change.GetProperty("by").GetString()!, change.GetProperty("what").GetString()!);
            if (OperatorWorkload.FindText(what) is not { } text) continue;
            var causes = calls.Where(call => OperatorWorkload.FindText(call.Text) == text).ToList();
            if (!causes.Exists(call => call.IsAccepted || call.IsUnknown))
                yield return $"{what} of {by} happened, and each request for it was refused.";
            if (causes.Exists(call => call.Credential!.Owner.Name != by))
                yield return $"{what} was done by another one than {by}.";
        }
    }

    static async IAsyncEnumerable<string> OperatorsAsync(World world, ApiReader reader)
    {
        var roles = (await reader.ListAsync("/api/operators")).ToDictionary(
            item => item.GetProperty("id").GetString()!, item => item.GetProperty("role").GetString()!);
        if (!roles.ContainsValue($"{OperatorRole.Administrator}")) yield return "nobody is an administrator.";
        foreach (var known in world.Operators.All)
        {
            var role = roles.GetValueOrDefault(known.Id);
            if (known.Removal.HasEnded && role is not null) yield return $"{known.Id} was removed, and is {role}.";
            if (!known.Removal.HasBegun && role is null) yield return $"{known.Id} is gone without a removal.";
            if (known.Demotion.HasEnded && role is not null && role != $"{known.LaterRole}")
                yield return $"{known.Id} was demoted, and is {role}.";
            if (!known.Demotion.HasBegun && role is not null && role != $"{known.Role}")
                yield return $"{known.Id} is {role} without a change.";
        }
    }
}
