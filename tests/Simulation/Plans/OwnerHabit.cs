namespace Simulation.Plans;

/// <summary>When the owner of groups confirms what a person sends.</summary>
enum OwnerHabit
{
    OnTime,
    Late,
    Never,
}

static class OwnerHabits
{
    // Most pushes may be sent for two hours.
    static readonly TimeSpan Delay = TimeSpan.FromMinutes(80);

    /// <summary>True when the owner confirms by now what waits since that instant.</summary>
    public static bool Confirms(this OwnerHabit habit, DateTimeOffset waitsSince, DateTimeOffset now) => habit switch
    {
        OwnerHabit.OnTime => true,
        OwnerHabit.Late => waitsSince + Delay <= now,
        _ => false,
    };
}
