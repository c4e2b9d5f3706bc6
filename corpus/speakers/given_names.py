"""Which given names are men's, which are women's? Common ones, for "he" and "she"; others are left open."""

from __future__ import annotations

MEN = frozenset(
    "aaron abdul abe abraham adam ahmed al alan albert alejandro aleksandr alex alexander alexei alfred ali allen"
    " anatoly andre andrei andres andrew andriy andy angelo anthony antonio antony arnold arthur ashton austin barack"
    " barry bashar ben benjamin benny bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent"
    " brett brian bruce bryan byron caleb calvin carl carlos cesar chad charles charlie chester chris christian"
    " christopher chuck clarence claude clay clint clyde cody cole colin connor corey cory craig curt curtis dale"
    " damon dan daniel danny darren darrell dave david dean dennis derek dick dmitri dmitry dmytro dominic don donald"
    " donnie doug douglas duncan dwight earl ed eddie edgar edward edwin elliott emmanuel emmett eric erik ernest"
    " ernesto ethan eugene evan felix fernando francis francisco francois frank franklin fred frederick gabriel"
    " garrett gary gavin gene geoffrey george gerald gerard gianni gilbert glenn gordon graham grant greg gregory"
    " gunter guy hamid hank hans harold harry harvey hassan heiko heinz henry herbert herman howard hugh hugo hussein"
    " ian ibrahim igor imran isaac ivan jack jacob jake jamal james jamie jared jason javier jay jean jeb jeff jeffrey"
    " jens jeremy jerome jerry jesse jim jimmy joachim joe joel joey john johnny jon jonah jonathan jorge jose joseph"
    " josep josh joshua juan julian julio justin karl keith ken kenneth kevin kirk konstantin kurt kyle lance larry"
    " lars lawrence lee len leo leon leonard leonid lester lewis liam lindsey lloyd logan lou louis luca lucas luigi"
    " luis luke malcolm manuel marc marcel marco marcus mario mark marshall martin marvin mateusz matt matteo matthew"
    " maurice max maxim melvin michael michel miguel mike mikhail milton mitch mitchell mitt mohamed mohammad mohammed"
    " morgan morris muhammad mustafa mykhailo nathan nathaniel neal ned neil newt nicholas nick nigel nikolai noah"
    " noam noel norman oleg oleksandr oleksiy oliver olaf omar orrin oscar otto owen pablo pat patrick paul pavel"
    " pavlo pedro perry pete peter petro phil philip phillip pierre preston rafael ralph ramon rand randall randy raul"
    " ray raymond recep reince rex ricardo richard rick ricky rob robby robert roberto rod rodney rodrigo roger roland"
    " roman ron ronald roy ruben rudy rush russ russell ryan salman sam samuel saul scott sean sebastian sergei sergey"
    " seth shane shaun shawn sheldon sidney silvio simon spencer stan stanley stefan stephen steve steven stewart"
    " stuart taylor ted terrence terry theodore thomas tim timothy tobias toby todd tom tommy tony travis trevor trey"
    " troy tucker tyler valery vernon victor viktor vincent vitali vladimir volodymyr wade walter warren wayne wesley"
    " will william willie winston wolfgang xi yuri zach zachary".split()
)

WOMEN = frozenset(
    "abby abigail adele agnes aisha alexandra alexandria alice alicia alison allison alyssa amanda amber amelia amy"
    " ana anastasia andrea angela angelina anita ann anna annalena anne annette annie april ashley audrey ava barbara"
    " beatrice becky belinda bernadette beth betsy betty beverly bonnie brenda brianna bridget brittany camille"
    " candice carla carly carmen carol carole caroline carolyn carrie cassandra catherine cathy cecile celeste"
    " charlotte chelsea cheryl christiane christina christine cindy claire clara claudia colleen condoleezza connie"
    " courtney crystal cynthia daisy dana danielle dawn deanna deborah debbie debra delia denise diana diane dina"
    " dolores donna dora doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen emily"
    " emma erica erin esther ethel eva evelyn faith fiona florence frances gabriela gail georgia gina ginger gladys"
    " glenda gloria grace greta gretchen gwen hannah harriet heather heidi helen hillary holly hope huma ida ilhan"
    " ingrid irene irina iris isabel isabella ivanka jackie jacqueline jaime jane janet janice jasmine jean jeanne jen"
    " jenna jennifer jenny jessica jill jo joan joann joanna joanne jocelyn jodi josephine joy joyce juanita judith"
    " judy julia juliana julie june kamala karen karin kate katherine kathleen kathryn kathy katie katrina katy kayla"
    " kayleigh kellyanne kelly kerry kim kimberly kirsten kristen kristin kristina krystal lara laura lauren laurie"
    " leah lena leslie liane lidia lila lillian lily linda lindsay lisa liz lois lorena loretta lori louise lucia lucy"
    " luisa lydia lynn mabel maddie madeleine madeline maggie mallory mara marcia margaret maria marian mariana marie"
    " marilyn marina marine marissa marjorie marlene marsha martha mary maureen maya megan meghan megyn melania"
    " melissa mercedes meredith michele michelle mindy miranda miriam molly monica nadia nancy naomi natalia natalie"
    " natasha nicola nicole nikki nina nora norma olena olga olivia oksana pam pamela patricia patsy patti paula"
    " pauline peggy penny phyllis rachel ramona rebecca regina renee rhonda rita roberta robin rosa rosalind rose"
    " rosemary roxanne ruth sabrina sally samantha sandra sara sarah savannah shannon sharon sheila shelley sheryl"
    " shirley simone sonia sophia stacey stacy stella stephanie sue summer susan susana suzanne svetlana sydney sylvia"
    " tamara tammy tanya tara tatiana teresa terri thelma theresa tiffany tina tracy trudy ursula valerie vanessa vera"
    " veronica vicki victoria viola virginia vivian wanda wendy whitney yolanda yulia yvette yvonne zoe".split()
)

GIVEN = MEN | WOMEN
