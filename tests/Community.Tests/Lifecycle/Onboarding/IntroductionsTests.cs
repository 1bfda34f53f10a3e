using Community.Lifecycle.Onboarding;
using Community.Platform.Texts;

namespace Community.Tests.Lifecycle.Onboarding;

public class IntroductionsTests
{
    static readonly IntroductionVocabulary Vocabulary = IntroductionVocabulary.Chinese;

    [Theory]
    [InlineData("我是小王，来自上海，喜欢喝茶和跑步。", "茶 跑步")]
    [InlineData("大家好，叫我大李，坐标杭州", "")]
    [InlineData("自我介绍一下：我叫阿花，家里养了两只猫", "宠物")]
    [InlineData("我是老陈，平时爱爬山，周末常去露营", "徒步")]
    public void Message_with_two_phrases_of_the_template_is_an_introduction(string text, string interests) =>
        Assert.Equal(interests, string.Join(' ', IntroductionRules.Read(text, Vocabulary)!));

    [Theory]
    [InlineData("")]
    [InlineData("今天的茶不错")]
    [InlineData("我是说明天开会")]
    [InlineData("我是小王，大家叫我小王，我叫小王")]
    public void Other_message_is_not_an_introduction(string text) =>
        Assert.Null(IntroductionRules.Read(text, Vocabulary));

    [Fact]
    public void Filled_template_is_an_introduction() =>
        Assert.NotNull(IntroductionRules.Read(Template().Replace("____", "茶", StringComparison.Ordinal), Vocabulary));

    [Fact]
    public void Unfilled_template_is_not_an_introduction() =>
        Assert.Null(IntroductionRules.Read(Template(), Vocabulary));

    [Fact]
    public void Template_with_one_blank_left_is_an_introduction() =>
        Assert.Equal(["茶"], IntroductionRules.Read("我是小王，来自____，平时爱喝茶。", Vocabulary));

    [Fact]
    public void Words_in_Latin_letters_are_matched_ignoring_case()
    {
        var vocabulary = new IntroductionVocabulary([["I am"], ["from"]], [new InterestTag("yoga", ["Yoga"])]);

        Assert.Equal(["yoga"], IntroductionRules.Read("i AM Wang FROM Shanghai, yoga daily", vocabulary));
    }

    [Fact]
    public void Interests_of_the_product_have_different_tags() =>
        Assert.Equal(
            Vocabulary.Interests.Count, Vocabulary.Interests.Select(interest => interest.Tag).Distinct().Count());

    [Fact]
    public void Words_and_phrases_of_the_product_are_not_empty() => Assert.DoesNotContain(
        Vocabulary.Phrases.SelectMany(phrase => phrase)
            .Concat(Vocabulary.Interests.SelectMany(interest => interest.Words)),
        string.IsNullOrWhiteSpace);

    static string Template() => Phrasebook.Chinese.Format("onboarding.introduction", ("member", "小王"));
}
