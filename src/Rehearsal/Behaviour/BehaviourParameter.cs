namespace Rehearsal.Behaviour;

/// <summary>
/// A number that simulated people follow. <paramref name="Name"/> is its path in the file, such as
/// <c>people.completesSharing</c>; <paramref name="Value"/> lies between 0 and <paramref name="Max"/>, which is 1 for a
/// share; <paramref name="Source"/> is where the number comes from, or "assumed".
/// </summary>
sealed record BehaviourParameter(string Name, double Value, double Max, string Source);
