using Community.Groups;
using Community.Platform;

namespace FunctionsApp.Groups;

/// <summary>
/// Checks the messages that are made from a group's name and charter. Lifecycle implements it, because Groups comes
/// before Lifecycle.
/// </summary>
public interface IGroupTextCheck
{
    /// <summary>The first text that is too long for the channel; null when all fit.</summary>
    Refusal? Check(Group group);
}
