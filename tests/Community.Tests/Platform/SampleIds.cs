using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Platform;

/// <summary>
/// Similar ids: they consist of few characters, among them those that separate or escape parts of a key.
/// </summary>
static class SampleIds
{
    /// <summary>Ids of groups: <c>[a-z0-9-]{3,40}</c>.</summary>
    public static Gen<string> GroupIds { get; } = Text("a-", 3, 40);

    /// <summary>Ids of members: any text, with characters that keys and instance ids forbid or escape.</summary>
    public static Gen<string> MemberIds { get; } = Gen.OneOf(
        Gen.Elements("-", "~", "~2d", "~7e", "~7e2d", "~~"),
        Text("a-~:27deE茶", 1, 6),
        Text("a-~:", 40, 120));

    /// <summary>Short texts of few characters, whose concatenations are often equal.</summary>
    public static Gen<string> SimilarTexts { get; } = Gen.OneOf(Text("a:", 1, 3), Text("a:~3", 1, 6));

    static Gen<string> Text(string characters, int least, int most) =>
        from length in Gen.Frequency((4, Gen.Choose(least, Math.Min(most, least + 3))), (1, Gen.Choose(least, most)))
        from text in Gen.Elements(characters.ToCharArray()).ArrayOf(length)
        select new string(text);
}
