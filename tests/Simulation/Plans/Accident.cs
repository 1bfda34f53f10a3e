using System.Globalization;
using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>A life of the app is killed, wherever it stands.</summary>
sealed record ProcessKill(TimeSpan At, int Place) : SimulatedEvent(At)
{
    public override Task HappenAsync(World world) => world.KillAsync(world.Lives[Place % world.Lives.Count]);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} life {Place + 1} is killed");
}

/// <summary>The clock jumps forward: everything due meanwhile is late.</summary>
sealed record ClockJump(TimeSpan At, TimeSpan By) : SimulatedEvent(At)
{
    public override Task HappenAsync(World world)
    {
        world.Clock.Jump(By);
        return Task.CompletedTask;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} the clock jumps by {By}");
}
