using Community.Care.Feedback;
using Community.Groups;

namespace Community.Tests.Care.Feedback;

public class FeedbackTextTests
{
    static readonly Group Tea = new(
        "tea-1",
        "春茶群",
        GroupKind.SuperUser,
        200,
        new Charter("爱喝茶的人", "每周一款新茶", [], [], null, "解散"),
        GroupState.Open,
        JoinUrl: null,
        MemberCount: 0,
        Overflow: 0,
        Instants.Evening);

    [Theory]
    [InlineData("我要投诉，货还没到", FeedbackKind.Complaint)]
    [InlineData("再不处理就打 12315 了？", FeedbackKind.Complaint)]
    [InlineData("这是假货吧，请问怎么退？", FeedbackKind.Complaint)]
    [InlineData("退款不到账", FeedbackKind.Complaint)]
    [InlineData("建议多上点岩茶", FeedbackKind.Suggestion)]
    [InlineData("希望你们周末也发货", FeedbackKind.Suggestion)]
    [InlineData("包装能不能改一下？", FeedbackKind.Suggestion)]
    [InlineData("请问怎么存茶？", FeedbackKind.Question)]
    [InlineData("龙井多少钱?", FeedbackKind.Question)]
    [InlineData("什么时候发货？", FeedbackKind.Question)]
    public void Message_with_the_words_is_feedback_and_a_complaint_comes_first(string text, FeedbackKind kind) =>
        Assert.Equal(kind, FeedbackRules.Read(text, FeedbackVocabulary.Chinese));

    [Theory]
    [InlineData("今天的茶真好喝")]
    [InlineData("真的吗？")]
    [InlineData("怎么都好喝")]
    [InlineData("")]
    public void Other_messages_are_no_feedback(string text) =>
        Assert.Null(FeedbackRules.Read(text, FeedbackVocabulary.Chinese));

    [Fact]
    public void Long_message_is_cut_and_not_in_the_middle_of_a_character()
    {
        Assert.Equal("短", FeedbackRules.Cut("短"));
        Assert.Equal(1000, FeedbackRules.Cut(new string('茶', 1001)).Length);
        Assert.Equal(999, FeedbackRules.Cut(new string('茶', 999) + "😡😡").Length);
    }

    [Fact]
    public void Outcome_and_tasks_name_neither_the_member_nor_the_words()
    {
        var item = SampleFeedback.Item();

        var outcome = FeedbackTexts.Outcome(item.Kind, "已补发");
        var titles = new[] { "task.AnswerFeedback", "task.EscalateFeedback" }
            .Select(name => FeedbackTexts.TaskTitle(name, item, Tea));

        Assert.Equal("群友的投诉已处理，结果告诉大家：已补发", outcome);
        Assert.Equal("你好，你在「春茶群」的投诉，回复如下：马上补发", FeedbackTexts.Answer(item.Kind, Tea, "马上补发"));
        Assert.All(titles, title =>
        {
            Assert.Contains("春茶群", title, StringComparison.Ordinal);
            Assert.Contains(item.Id, title, StringComparison.Ordinal);
            Assert.DoesNotContain(item.Text, title, StringComparison.Ordinal);
            Assert.DoesNotContain(item.MemberId, title, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Text_that_does_not_fit_into_a_message_is_refused_with_its_field()
    {
        Assert.Null(FeedbackTexts.Check("text", new string('茶', 682)));
        Assert.Equal("text", FeedbackTexts.Check("text", new string('茶', 683))?.Field);
    }
}
