using Community.Platform.Texts;

namespace Community.Lifecycle.Onboarding;

/// <summary>The names of newcomers in one message.</summary>
public static class NewcomerNames
{
    /// <summary>
    /// The longest text, in UTF-16 characters: that of one name, so that a greeting of several fits where one fits.
    /// </summary>
    public const int MaxLength = 64;

    /// <summary>
    /// The names in their order. Where not all fit, the first ones and how many newcomers there are.
    /// </summary>
    public static string Join(IReadOnlyList<string> names, Phrasebook texts)
    {
        var all = string.Join('、', names);
        if (names.Count <= 1 || all.Length <= MaxLength) return all;
        for (var named = names.Count - 1; named > 0; named--)
        {
            var text = texts.Format(
                "onboarding.newcomers",
                ("names", string.Join('、', names.Take(named))),
                ("count", names.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            if (text.Length <= MaxLength) return text;
        }

        return texts.Format(
            "onboarding.newcomersUnnamed",
            ("count", names.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
