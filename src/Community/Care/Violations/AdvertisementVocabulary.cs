using Community.Platform.Texts;

namespace Community.Care.Violations;

/// <summary>The phrases by which a message in a group is an advertisement.</summary>
public sealed record AdvertisementVocabulary(IReadOnlyList<string> Phrases)
{
    public static AdvertisementVocabulary Chinese { get; } =
        Phrasebook.Chinese.Section<AdvertisementVocabulary>("advertisements");
}
