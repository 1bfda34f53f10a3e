using Community.Platform.Texts;

namespace FunctionsApp.Care.Crises;

/// <summary>
/// A statement that is written beforehand. A person fills in its gaps, which begin with <see cref="GapBegin"/>, and
/// publishes it.
/// </summary>
public sealed record PreparedStatement(string Key, string Title, string Text)
{
    /// <summary>The begin of a part that a person must write.</summary>
    public const string GapBegin = "（写清楚";

    /// <summary>The statements in the order in which a crisis needs them.</summary>
    public static IReadOnlyList<PreparedStatement> All { get; } =
        [From("acknowledge"), From("facts"), From("remedy"), From("end")];

    static PreparedStatement From(string key) => new(
        key,
        Phrasebook.Chinese.Template($"crisis.statement.{key}.title"),
        Phrasebook.Chinese.Template($"crisis.statement.{key}"));
}
