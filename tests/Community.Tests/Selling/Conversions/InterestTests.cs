using Community.Selling.Conversions;

namespace Community.Tests.Selling.Conversions;

public class InterestTests
{
    [Theory]
    [InlineData("2", new[] { SignalKind.Vote })]
    [InlineData(" ２ ", new[] { SignalKind.Vote })]
    [InlineData("4", new[] { SignalKind.Reply })] // no such option
    [InlineData("0", new[] { SignalKind.Reply })]
    [InlineData("-1", new[] { SignalKind.Reply })]
    [InlineData("2个", new[] { SignalKind.Reply })]
    [InlineData("我喜欢绿茶", new[] { SignalKind.Reply })]
    [InlineData("怎么泡", new[] { SignalKind.Question })]
    [InlineData("好喝？", new[] { SignalKind.Question })]
    [InlineData("多少钱", new[] { SignalKind.Reply, SignalKind.Price })]
    [InlineData("明前龙井有优惠吗", new[] { SignalKind.Question, SignalKind.Price, SignalKind.Mention })]
    public void A_message_has_the_signals_of_its_text(string text, SignalKind[] kinds) =>
        Assert.Equal(kinds, SignalReader.Read(text, "明前龙井", 3, SignalVocabulary.Chinese).Kinds);

    [Fact]
    public void A_vote_names_its_option() =>
        Assert.Equal(3, SignalReader.Read("3", "明前龙井", 3, SignalVocabulary.Chinese).Option);

    /// <summary>
    /// By hand: 4 x 1 + 2 x 3 + 1 x 3 + 2 x 2 + 3 x 2 + 1 x 4 = 27 points, of 200 members 13.5 for each 100.
    /// </summary>
    [Fact]
    public void The_score_is_the_points_for_each_hundred_members()
    {
        var tally = new InterestTally(Replies: 4, Questions: 2, Prices: 1, Mentions: 2, Votes: 3, Clicks: 1);

        Assert.Equal(13.5, tally.Score(new InterestWeights(), 200));
        Assert.Equal(InterestLevel.Medium, tally.Level(new InterestWeights(), 200));
        Assert.Equal(InterestLevel.High, tally.Level(new InterestWeights(), 90));
        Assert.Equal(InterestLevel.Low, tally.Level(new InterestWeights(), 500));
        Assert.Equal(InterestLevel.High, tally.Level(new InterestWeights(HighFrom: 13.5, MediumFrom: 5), 200));
    }
}
