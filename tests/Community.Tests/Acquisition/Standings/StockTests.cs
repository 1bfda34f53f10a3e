using Community.Acquisition.Standings;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Standings;

public class StockTests
{
    [Theory]
    [Seeds(1, 20261120)]
    public void Never_more_are_reserved_than_there_are_and_never_fewer_than_none(ulong seed) =>
        Property.CheckSequences(seed, Gen.Elements(true, false), wishes =>
        {
            var stock = new Stock(0);
            foreach (var reserve in wishes)
            {
                stock = reserve ? stock.Reserve(total: 2) ?? stock : stock.Return();
                Assert.InRange(stock.Reserved, 0, 2);
            }
        });

    [Fact]
    public void The_last_one_is_reserved_and_the_next_is_not()
    {
        Assert.Equal(new Stock(2), new Stock(1).Reserve(total: 2));
        Assert.Null(new Stock(2).Reserve(total: 2));
    }
}
