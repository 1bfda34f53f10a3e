using Simulation.Instances;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>What administrators change about operators, and what is known of it afterwards.</summary>
static class AccessChanges
{
    const string Route = "/api/operators";
    const int Attempts = 3;

    /// <summary>Creates an operator, with the machine key or the token of an administrator.</summary>
    public static async Task<SimulatedOperator> CreateAsync(World world, SimulatedOperator created, Credential? by)
    {
        var body = new { id = created.Id, name = created.Name, role = $"{created.Role}" };
        var answer = await world.Sender.SendUntilAcknowledgedAsync(
            $"create {created.Id}", () => Sender.Create("POST", Route, body, by));
        var token = answer.Json.GetProperty("token").GetString();
        world.Operators.Add(created);
        if (token is null)
            await ReplaceTokenAsync(world, created); // an answer that was lost held it
        else
            created.Credentials.Add(Credential.OfToken(created, token));
        return created;
    }

    public static async Task ReplaceTokenAsync(World world, SimulatedOperator changed)
    {
        changed.BeginToRevoke(world.Calls.Order);
        var answer = await AskAsync(world, "POST", $"{Route}/{changed.Id}/token");
        if (answer.Status != 200) return;
        changed.Revoke(world.Calls.Order);
        changed.Credentials.Add(
            Credential.OfToken(changed, answer.Json.GetProperty("token").GetString()!));
    }

    public static async Task DemoteAsync(World world, SimulatedOperator changed, Credential? by = null)
    {
        changed.Demotion.BeginAt(world.Calls.Order);
        var body = new { role = $"{changed.LaterRole}" };
        var answer = await AskAsync(world, "PATCH", $"{Route}/{changed.Id}", body, by);
        if (answer.Status == 200) changed.Demotion.EndAt(world.Calls.Order);
    }

    public static async Task RemoveAsync(World world, SimulatedOperator removed, Credential? by = null)
    {
        removed.Removal.BeginAt(world.Calls.Order);
        removed.BeginToRevoke(world.Calls.Order);
        var answer = await AskAsync(world, "DELETE", $"{Route}/{removed.Id}", by: by);
        // 404 says that an attempt without an answer removed it.
        if (answer.Status is not (204 or 404)) return;
        removed.Removal.EndAt(world.Calls.Order);
        removed.Revoke(world.Calls.Order);
    }

    // An administrator may be removed meanwhile; then another one is asked, and in the end the machine key.
    static async Task<ApiResponse> AskAsync(
        World world, string method, string path, object? body = null, Credential? by = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await world.Sender.SendUntilAcknowledgedAsync(
                $"{method} {path}",
                () => Sender.Create(
                    method,
                    path,
                    body,
                    by ?? (attempt < Attempts ? world.Operators.FindAdministrator()?.Token : null)));
            if (by is not null || attempt == Attempts || answer.Status is not (401 or 403)) return answer;
        }
    }
}
