using System.Text.RegularExpressions;
using Community.Platform;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Workloads;

/// <summary>
/// Operators with tokens and sessions. They sign in and out, change a group, and try what their role, or a credential
/// that ended, does not allow. Tokens are replaced, an operator is demoted and one is removed, also in the middle of
/// calls, and administrators remove each other.
/// </summary>
sealed partial class OperatorWorkload : IWorkload
{
    /// <summary>The group that the operators change.</summary>
    public const string Group = "operated";

    /// <summary>Where they pause the pushes of the brand.</summary>
    public const string Pushes = "/api/pushes";

    const string Marked = "mark";
    const string Editor = "editor";
    const string Helper = "helper";
    const string Leaver = "leaver";
    const string Reader = "reader";

    static readonly TimeSpan IdleLimit = TimeSpan.FromHours(12);

    int texts;

    /// <summary>What tells the changes of the group apart; null in a text that is none of them.</summary>
    public static string? FindText(string text) => Mark().Matches(text).LastOrDefault()?.Value; // after the old name

    public async Task SetUpAsync(World world)
    {
        var group = SampleBodies.Group(Group, "SuperUser", world.Clock.Now.AddDays(30));
        await world.SetUpAsync(Sender.Create("POST", "/api/groups", group));
        var first = await AccessChanges.CreateAsync(
            world, new SimulatedOperator("lead", "主管", OperatorRole.Administrator), by: null);
        foreach (var (id, name, role) in new[]
        {
            (Editor, "小陈", OperatorRole.Operator),
            (Helper, "小赵", OperatorRole.Operator),
            (Leaver, "小孙", OperatorRole.Operator),
            (Reader, "小钱", OperatorRole.Viewer),
        }) await AccessChanges.CreateAsync(world, new SimulatedOperator(id, name, role), first.Token);
    }

    public IEnumerable<SimulatedEvent> Draw(Random random)
    {
        foreach (var id in new[] { Editor, Helper, Leaver, Reader })
        {
            var start = AnyTime(random);
            yield return new SignIn(start, id);
            for (var calls = random.Next(2, 6); calls > 0; calls--)
                yield return Call(random, start + (IdleLimit * random.NextDouble()), id, AnyValid(random));
            // Others let the session end by itself.
            var isEnded = random.NextDouble() < 0.7;
            var end = start + (IdleLimit * random.NextDouble());
            if (isEnded) yield return new SignOut(end, id);
            else yield return Call(random, start + (IdleLimit * 2.5), id, CredentialChoice.Session);
            foreach (var call in After(random, end, id, CredentialChoice.Session)) yield return call;
        }

        var at = AnyTime(random);
        yield return new TokenReplacement(at, Editor);
        foreach (var call in After(random, at, Editor, CredentialChoice.Revoked)) yield return call;
        at = AnyTime(random);
        yield return new Demotion(at, Helper);
        foreach (var call in After(random, at, Helper, AnyValid(random))) yield return call;
        at = AnyTime(random);
        yield return new OperatorRemoval(at, Leaver);
        foreach (var call in After(random, at, Leaver, CredentialChoice.Revoked)) yield return call;
        if (random.NextDouble() < 0.2)
        {
            at = AnyTime(random);
            var until = at + (TimeSpan.FromHours(3) * random.NextDouble());
            yield return new CredentialCall(
                at, Editor, CredentialChoice.Token, "POST", $"{Pushes}/pause", new { reason = "热点" });
            yield return new CredentialCall(
                until, Editor, CredentialChoice.Token, "POST", $"{Pushes}/resume", new { });
        }

        for (var round = random.Next(2, 5); round > 0; round--)
            yield return new AdministratorsMeet(AnyTime(random), round, random.NextDouble() < 0.3);
    }

    // Some come at the same instant.
    IEnumerable<CredentialCall> After(Random random, TimeSpan at, string id, CredentialChoice choice)
    {
        for (var calls = random.Next(1, 4); calls > 0; calls--)
        {
            var delay = TimeSpan.FromMinutes(20) * Math.Max(0, random.NextDouble() - 0.3);
            yield return Call(random, at + delay, id, choice);
        }
    }

    CredentialCall Call(Random random, TimeSpan at, string id, CredentialChoice choice)
    {
        const string Path = $"/api/groups/{Group}";
        var text = SampleBodies.Named(Marked, ++texts);
        var call = random.Next(6) switch
        {
            0 => new CredentialCall(at, id, choice, "GET", Path),
            1 => new CredentialCall(at, id, choice, "POST", $"{Path}/hold", new { reason = text }),
            2 => new CredentialCall(at, id, choice, "POST", $"{Path}/release", new { }),
            3 => new CredentialCall(at, id, choice, "PATCH", $"/api/operators/{id}", new { role = "Administrator" }),
            _ => new CredentialCall(at, id, choice, "PATCH", Path, new { name = text }),
        };
        return call with { IsRepeated = random.NextDouble() < 0.2 };
    }

    static CredentialChoice AnyValid(Random random) =>
        random.NextDouble() < 0.5 ? CredentialChoice.Token : CredentialChoice.Session;

    static TimeSpan AnyTime(Random random) => TimeSpan.FromMinutes(5 + (random.NextDouble() * 30 * 60));

    [GeneratedRegex($"{Marked}-[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
