using Community.Pushes.Plans;
using FunctionsApp.Groups;

namespace FunctionsApp.Pushes.Plans;

/// <summary>What a plan names, by id. The import of plans has things that are not stored yet.</summary>
/// <param name="Groups">The groups.</param>
/// <param name="HasContent">True for an item that exists.</param>
/// <param name="FindInstant">The instant; null when there is none.</param>
public sealed record PushPlanReferences(
    GroupLookup Groups, Func<string, Task<bool>> HasContent, Func<NamedInstant, Task<DateTimeOffset?>> FindInstant);
