namespace DownPage.Build;

/// <summary>
/// The status code in a file name. No regular expression: building one costs a publish more than all else here.
/// </summary>
internal static class StatusDigits
{
    /// <summary>
    /// The first three digits in a row, not part of a longer number, from 200 to 599; null: there are none.
    /// </summary>
    public static int? Find(string fileName)
    {
        for (var start = 0; start < fileName.Length; start++)
        {
            var end = start;
            while (end < fileName.Length && fileName[end] is >= '0' and <= '9')
            {
                end++;
            }

            if (end - start == 3 && fileName[start] is >= '2' and <= '5')
            {
                return ((fileName[start] - '0') * 100) + ((fileName[start + 1] - '0') * 10) + fileName[start + 2] - '0';
            }

            start = Math.Max(start, end);
        }

        return null;
    }
}
