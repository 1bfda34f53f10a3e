namespace Simulation.Faults;

/// <summary>The faults of one request to the storage or the channel.</summary>
enum FaultKind
{
    None,

    /// <summary>The app instance is killed before the request arrives.</summary>
    CrashBefore,

    /// <summary>The app instance is killed after the request took effect.</summary>
    CrashAfter,

    /// <summary>The request takes effect and its answer is lost; the retry of the client finds the effect.</summary>
    AnswerLost,

    /// <summary>The request takes effect, but every attempt of the client fails.</summary>
    TimedOut,

    /// <summary>Every attempt of the client fails, and nothing takes effect.</summary>
    Unavailable,
}

/// <summary>A fault of the request with this number in the run.</summary>
sealed record Fault(int RequestNumber, FaultKind Kind)
{
    public override string ToString() => FormattableString.Invariant($"{Kind} at request {RequestNumber}");
}
