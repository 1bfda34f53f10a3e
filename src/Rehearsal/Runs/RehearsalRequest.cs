using Rehearsal.Behaviour;
using Rehearsal.Plans;

namespace Rehearsal.Runs;

/// <summary>
/// What is rehearsed: plans between two instants with a number of people who come at all. The seeds are numbered from
/// 1.
/// </summary>
sealed record RehearsalRequest(
    RehearsedPlans Plans, PeopleBehaviour Behaviour, DateTimeOffset From, DateTimeOffset To, int Members);
