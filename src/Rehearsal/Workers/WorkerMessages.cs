using Rehearsal.Behaviour;
using Rehearsal.Plans;
using Rehearsal.Runs;

namespace Rehearsal.Workers;

/// <summary>A line to a worker: the subject of the next seeds, a seed of the subject before it, or a check.</summary>
sealed record WorkerRequest(WorkerSubject? Subject = null, WorkerSeed? Seed = null, WorkerCheck? Check = null);

/// <summary>A document to check as an import at an instant.</summary>
sealed record WorkerCheck(byte[] Plans, DateTimeOffset At);

/// <summary>What a worker rehearses. <paramref name="Plans"/> is the document.</summary>
sealed record WorkerSubject(
    byte[] Plans,
    IReadOnlyList<BehaviourParameter> Parameters,
    IReadOnlyList<double> ArrivalHours,
    DateTimeOffset From,
    DateTimeOffset To,
    int Members)
{
    public static WorkerSubject Of(RehearsalRequest request) => new(
        request.Plans.Json,
        [.. request.Behaviour.Parameters.Values],
        request.Behaviour.ArrivalHours,
        request.From,
        request.To,
        request.Members);

    public RehearsalRequest ToRequest() => new(
        RehearsedPlans.Read(Plans),
        new PeopleBehaviour(
            Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal), ArrivalHours),
        From,
        To,
        Members);
}

/// <summary>A seed to play.</summary>
sealed record WorkerSeed(int Number, bool IsDetailed);

/// <summary>A line of a worker: a share of the work that is done, or the end of the work.</summary>
sealed record WorkerAnswer
{
    /// <summary>The share of the period that is played, 0 to 1; null at the end.</summary>
    public double? Progress { get; init; }

    public RunResult? Result { get; init; }

    /// <summary>Why the plans are refused, each fault with its path; null for other work.</summary>
    public IReadOnlyList<string>? Faults { get; init; }

    /// <summary>The exception that ended the work; null without one.</summary>
    public string? Failure { get; init; }
}
