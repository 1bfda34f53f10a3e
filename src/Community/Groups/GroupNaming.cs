using System.Globalization;
using Community.Platform.Texts;

namespace Community.Groups;

/// <summary>What the two parts of a group's name are.</summary>
public enum GroupNamePattern
{
    /// <summary>地域+领域: where the members live and what they talk about.</summary>
    RegionField,

    /// <summary>品牌+领域: whose group it is and what its members talk about.</summary>
    BrandField,

    /// <summary>阶段+身份: how far the members are and who they are.</summary>
    StageIdentity,
}

/// <summary>
/// The parts of a group's name. <paramref name="Number"/>, from 1, tells groups for the same people apart.
/// </summary>
public sealed record GroupNaming(GroupNamePattern Pattern, string First, string Second, int Number)
{
    public string ToName() => Phrasebook.Chinese.Format(
        "group.name",
        ("first", First),
        ("second", Second),
        ("number", Number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The name of the group that follows when this one is full.</summary>
    public GroupNaming Next() => this with { Number = Number + 1 };
}
