using Community.Messaging.Deliveries;

namespace Community.Tests.Messaging.Deliveries;

public class TextLimitTests
{
    [Theory]
    [InlineData(TextLimit.RobotBytes)]
    [InlineData(TextLimit.GroupSendBytes)]
    public void Text_of_exactly_the_limit_fits_and_one_byte_more_does_not(int limit)
    {
        Assert.True(TextLimit.Fits(new string('a', limit), limit));
        Assert.False(TextLimit.Fits(new string('a', limit + 1), limit));
    }
}
