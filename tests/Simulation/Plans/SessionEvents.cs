using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>An operator signs in with their token.</summary>
sealed record SignIn(TimeSpan At, string OperatorId) : SimulatedEvent(At)
{
    const string Path = "/api/session";

    public override async Task PlayEventAsync(World world)
    {
        var caller = world.Operators.Find(OperatorId);
        var token = caller.Token;
        var request = Sender.Create("POST", Path, new { token = token.Secret }) with
        {
            Headers = [],
            Credential = token,
        };
        var answer = await world.Sender.SendUntilAcknowledgedAsync($"{OperatorId} signs in", () => request);
        if (answer.Status != 200) return;
        var session = Credential.OfSession(
            caller, answer.Cookie, answer.Json.GetProperty("csrfToken").GetString()!);
        caller.Credentials.Add(session);
        // What ended the token ended the session, which began before.
        if (token.Revocation.HasBegun) session.Revocation.BeginAt(token.Revocation.Begin);
        if (token.Revocation.HasEnded) session.Revocation.EndAt(world.Calls.Order);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} {OperatorId} signs in");
}

/// <summary>An operator ends the newest session.</summary>
sealed record SignOut(TimeSpan At, string OperatorId) : SimulatedEvent(At)
{
    public override async Task PlayEventAsync(World world)
    {
        if (world.Operators.Find(OperatorId).Session is not { } session) return;
        session.Revocation.BeginAt(world.Calls.Order);
        await world.Sender.SendUntilAcknowledgedAsync(
            $"{OperatorId} signs out", () => Sender.Create("DELETE", "/api/session", credential: session));
        // 401 says that it was over already.
        session.Revocation.EndAt(world.Calls.Order);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} {OperatorId} signs out");
}
