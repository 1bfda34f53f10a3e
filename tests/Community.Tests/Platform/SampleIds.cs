using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Platform;

/// <summary>Ids that are as like each other as valid ids can be: a few characters, and those that separate or escape among them.</summary>
static class SampleIds
{
    /// <summary>Ids of groups: <c>[a-z0-9-]{3,40}</c>.</summary>
    public static Gen<string> OfGroups { get; } = Text("a-", 3, 40);

    /// <summary>Ids of members: any text but what table keys and instance ids forbid.</summary>
    public static Gen<string> OfMembers { get; } = Gen.OneOf(
        Gen.Elements("-", "~", "~2d", "~7e", "~7e2d", "~~"),
        Text("a-~:27deE茶", 1, 6),
        Text("a-~:", 40, 120));

    /// <summary>Texts so short and so poor that a few of them often make the same whole.</summary>
    public static Gen<string> AlmostAlike { get; } = Gen.OneOf(Text("a:", 1, 3), Text("a:~3", 1, 6));

    static Gen<string> Text(string characters, int least, int most) =>
        from length in Gen.Frequency((4, Gen.Choose(least, Math.Min(most, least + 3))), (1, Gen.Choose(least, most)))
        from text in Gen.Elements(characters.ToCharArray()).ArrayOf(length)
        select new string(text);
}
