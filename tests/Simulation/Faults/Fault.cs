namespace Simulation.Faults;

/// <summary>What can happen to one request on its way to the storage or the channel.</summary>
enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The app dies before the request arrives.</summary>
    CrashBefore,

    /// <summary>The app dies after the request took effect.</summary>
    CrashAfter,

    /// <summary>The request takes effect, its answer is lost, and the client's own retry meets what it did.</summary>
    AnswerLost,

    /// <summary>The request takes effect, and the client gives up without having heard so.</summary>
    TimedOut,

    /// <summary>The service is too busy until the client gives up; nothing took effect.</summary>
    Unavailable,
}

/// <summary>A fault and which crossing of the run it befalls.</summary>
sealed record Fault(int At, FaultKind Kind)
{
    public override string ToString() => FormattableString.Invariant($"{Kind} at crossing {At}");
}
