using System.Globalization;
using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>An app instance is killed.</summary>
sealed record ProcessKill(TimeSpan At, int Place) : SimulatedEvent(At)
{
    public override Task PlayEventAsync(World world) => world.KillAsync(world.Instances[Place % world.Instances.Count]);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} instance {Place + 1} is killed");
}

/// <summary>The clock jumps forward, so that work that is due meanwhile is late.</summary>
sealed record ClockJump(TimeSpan At, TimeSpan By) : SimulatedEvent(At)
{
    public override Task PlayEventAsync(World world)
    {
        world.Clock.Jump(By);
        return Task.CompletedTask;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} the clock jumps by {By}");
}

/// <summary>Every app instance is down for hours.</summary>
sealed record Outage(TimeSpan At, TimeSpan By) : SimulatedEvent(At)
{
    public override async Task PlayEventAsync(World world)
    {
        world.DownUntil = world.Clock.Now + By;
        foreach (var instance in world.Instances.ToList()) await world.KillAsync(instance);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} all instances are down for {By}");
}
