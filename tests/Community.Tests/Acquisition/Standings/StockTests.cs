using Community.Acquisition.Standings;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Standings;

public class StockTests
{
    [Theory]
    [Seeds(1, 20261120)]
    public void Reserved_pieces_stay_between_none_and_all(ulong seed) =>
        Property.CheckSequences(seed, Gen.Elements(true, false), reservations =>
        {
            var stock = new Stock(0);
            foreach (var reserves in reservations)
            {
                stock = reserves ? stock.Reserve(total: 2) ?? stock : stock.Return();
                Assert.InRange(stock.Reserved, 0, 2);
            }
        });

    [Fact]
    public void Reservation_after_the_last_piece_is_refused()
    {
        Assert.Equal(new Stock(2), new Stock(1).Reserve(total: 2));
        Assert.Null(new Stock(2).Reserve(total: 2));
    }
}
