Console.WriteLine("No web app at all.");
