namespace Rehearsal.People;

/// <summary>
/// When people come: more of them in some hours of the day than in others. <paramref name="hours"/> are the weights of
/// the hours of the local day.
/// </summary>
sealed class ArrivalCurve(IReadOnlyList<double> hours, TimeZoneInfo zone)
{
    static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>The arrivals between two instants.</summary>
    public Period Between(DateTimeOffset from, DateTimeOffset to) => new(this, from, to);

    double WeightAt(DateTimeOffset instant) => hours[TimeZoneInfo.ConvertTime(instant, zone).Hour];

    /// <summary>The arrivals between two instants.</summary>
    public sealed class Period
    {
        readonly DateTimeOffset from;
        readonly DateTimeOffset to;
        readonly double[] sums;

        public Period(ArrivalCurve curve, DateTimeOffset from, DateTimeOffset to)
        {
            (this.from, this.to) = (from, to);
            var steps = Math.Max(1, (int)Math.Ceiling((to - from) / Step));
            sums = new double[steps + 1];
            for (var step = 0; step < steps; step++) sums[step + 1] = sums[step] + curve.WeightAt(from + (Step * step));
        }

        /// <summary>The instant until which a share of the people has come, 0 to 1.</summary>
        public DateTimeOffset At(double share)
        {
            var wanted = share * sums[^1];
            var step = StepOf(wanted);
            var weight = sums[step + 1] - sums[step];
            var within = weight > 0 ? (wanted - sums[step]) / weight : 0;
            var instant = from + (Step * (step + within));
            return instant < to ? instant : to;
        }

        // The first step at whose end more have come; steps in which nobody comes end with as many as they begin.
        int StepOf(double wanted)
        {
            var (low, high) = (0, sums.Length - 2);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (sums[middle + 1] > wanted) high = middle;
                else low = middle + 1;
            }

            return low;
        }
    }
}
