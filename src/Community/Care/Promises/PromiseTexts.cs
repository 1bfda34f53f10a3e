using Community.Groups;
using Community.Platform.Texts;

namespace Community.Care.Promises;

/// <summary>What members and staff are told of promises.</summary>
public static class PromiseTexts
{
    static readonly Phrasebook Texts = Phrasebook.Chinese;

    /// <summary>The message that asks the group for its gain after a unit.</summary>
    public static string AskGain(PromisedUnit unit, string page) =>
        Texts.Format("promise.gain", ("unit", unit.Title), ("url", page));

    /// <summary>The title of the task to deliver a unit, before it is missed and after.</summary>
    public static string TaskTitle(Group group, PromisedUnit unit, bool isMissed) => Texts.Format(
        isMissed ? "task.KeepPromise.missed" : "task.KeepPromise", ("group", group.Name), ("unit", unit.Title));
}
