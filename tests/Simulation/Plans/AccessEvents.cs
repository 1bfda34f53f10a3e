using System.Globalization;
using System.Text.Json;
using Community.Platform;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>An operator gets another token.</summary>
sealed record TokenReplacement(TimeSpan At, string OperatorId) : SimulatedEvent(At)
{
    public override Task PlayEventAsync(World world) =>
        AccessChanges.ReplaceTokenAsync(world, world.Operators.Find(OperatorId));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} another token for {OperatorId}");
}

/// <summary>An operator becomes a viewer.</summary>
sealed record Demotion(TimeSpan At, string OperatorId) : SimulatedEvent(At)
{
    public override Task PlayEventAsync(World world) =>
        AccessChanges.DemoteAsync(world, world.Operators.Find(OperatorId));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} {OperatorId} becomes a viewer");
}

/// <summary>An operator is removed.</summary>
sealed record OperatorRemoval(TimeSpan At, string OperatorId) : SimulatedEvent(At)
{
    public override Task PlayEventAsync(World world) =>
        AccessChanges.RemoveAsync(world, world.Operators.Find(OperatorId));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} {OperatorId} is removed");
}

/// <summary>
/// The only two administrators remove each other at once; or one removes the other, who takes the role from the first.
/// </summary>
sealed record AdministratorsMeet(TimeSpan At, int Round, bool Demotes) : SimulatedEvent(At)
{
    public override async Task PlayEventAsync(World world)
    {
        if (world.Operators.FindAdministrator() is not { } first) return;
        var second = await AccessChanges.CreateAsync(
            world,
            new SimulatedOperator(
                string.Create(CultureInfo.InvariantCulture, $"administrator-{Round}"),
                string.Create(CultureInfo.InvariantCulture, $"主管 {Round}"),
                OperatorRole.Administrator),
            by: null);
        var (firstToken, secondToken) = (first.Token, second.Token);
        await Task.WhenAll(
            AccessChanges.RemoveAsync(world, second, firstToken),
            Demotes
                ? AccessChanges.DemoteAsync(world, first, secondToken)
                : AccessChanges.RemoveAsync(world, first, secondToken));
        var list = await world.Sender.SendUntilAcknowledgedAsync(
            "operators", () => Sender.Create("GET", "/api/operators?top=200"));
        var roles = list.Json.GetProperty("items").EnumerateArray().ToDictionary(
            item => item.GetProperty("id").GetString()!, item => item.GetProperty("role").Deserialize<string>());
        if (!roles.ContainsValue(nameof(OperatorRole.Administrator)))
            world.Violate(Invariants.RolesKept.Title, $"nobody is an administrator after {this}.");
        foreach (var one in new[] { first, second }.Where(one =>
            roles.GetValueOrDefault(one.Id) == nameof(OperatorRole.Administrator))) one.Stay();
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{At:d\\.hh\\:mm\\:ss} two administrators remove each other{(Demotes ? "'s role" : "")} ({Round})");
}
